// What the configuration of Sveltia CMS can't say.

// Its words are Turkish, unless somebody has chosen others; the browser's language has no say.
if (!localStorage.getItem("sveltia-cms.prefs")) {
  localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ locale: "tr" }));
}

// A new entry begins as a draft of today. These are no defaults of the fields: an entry that has
// no `status` would get them too as soon as it is opened, and a published text become a draft.
function begin() {
  const [, kind] = location.hash.match(/^#\/collections\/([^/?]+)\/new$/) ?? [];
  if (!kind) return;
  const values = new URLSearchParams({ status: "draft" });
  if (kind !== "pages") {
    values.set("date", new Intl.DateTimeFormat("sv-SE").format(new Date())); // 2026-01-31
  }
  history.replaceState(history.state, "", `${location.hash}?${values}`);
}

// Before Sveltia, which reads the address when it hears of the same event.
window.addEventListener("hashchange", begin, { capture: true });
begin();

// What the form's own editor would lose of a text: the alignment of the columns of a table, and
// abbreviations. It shows them as they are written, to be changed there.
const KEPT = [
  ["table", "Tablo · Table", "table", /^\|.*\|\n\|[-: |]*:[-: |]*\|(\n\|.*\|)*$/m],
  ["abbreviation", "Kısaltma · Abbreviation", "short_text", /^\*\[[^\]\n]+\]: .*(\n\*\[[^\]\n]+\]: .*)*$/m],
];

document.addEventListener("DOMContentLoaded", () => {
  for (const [id, label, icon, pattern] of KEPT) {
    CMS.registerEditorComponent({
      id,
      label,
      icon,
      pattern,
      fields: [{ name: "text", label: "Markdown", widget: "text" }],
      fromBlock: ([text]) => ({ text }),
      toBlock: ({ text }) => text,
      toPreview: ({ text }) => text,
    });
  }
});
