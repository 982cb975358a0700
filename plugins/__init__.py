"""What makes the site, in the order of the build.

    model       content/ → documents, each with its state on the day of the build, and problems
    languages   documents → the site: items with addresses, in an edition of each language
    listings    home, sections, archives, tags, and the page of every item
    feeds       RSS, Atom and JSON Feed of each edition and section
    events      the calendars
    discovery   sitemap and robots.txt
    admin       the form in the browser, for those who do not write Markdown
    stylesheet  the files of theme/css/ joined into one
    files       what lies beside the texts
    links       whether every address of the site that a text leads to answers
    newsletter  the e-mails that are due, into the outbox; only `invoke push` sends

Beside them stand `writer` and `staging` (what is written, and the swap at the end), `rendering`
(templates), `sharing` (processes), `moments` (time zones), `build` with `report` (the whole run,
and what it says in the language of the `terminal`), and `last_build` (whether there is anything to
do at all).
"""
