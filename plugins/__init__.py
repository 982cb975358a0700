"""What makes the site, in the order of the build.

    model       content/ → documents, each with its state on the day of the build, and problems
    pictures    pictures beside the texts → files of every size and format, kept by content
    languages   documents → the site: items with addresses, in an edition of each language
    translations  whether each translation still says what its original says
    listings    home, sections, archives, tags, and the page of every item
    cards       the picture of each page where its address is shared
    feeds       RSS, Atom and JSON Feed of each edition and section
    events      the calendars
    search      the index that search in the browser reads
    discovery   sitemap, headers, icons, security.txt; what the head of a page tells programs
    admin       the form in the browser, for those who do not write Markdown
    stylesheet  the files of theme/css/ joined into one
    files       what lies beside the texts, and the files of the theme
    links       whether every address of the site that a text leads to answers
    newsletter  the e-mails that are due, into the outbox; only `invoke push` sends

`checks` reads what was written and what was built of it, and says what is wrong: `invoke check`.

Beside them stand `writer` and `staging` (what is written, and the swap at the end), `rendering`
(templates), `generator` (what a room is), `rooms` (all of them in turn), `framed` and `idle` (the
same in Pelican's run), `sharing` (processes), `libraries` (what is installed), `lock` (one at a
time), `moments` (time zones), `configuration` and `settings`, `build` with `report` (the whole run,
and what it says in the language of the `terminal`), and `last_build` (whether there is anything to
do at all). For those who write: `scaffold` (new items), `preview` (the site while it is being
written) and `guide` (the tables of their guide).
"""
