namespace Dari.Review.Reports;

/// <summary>The style sheet of the page: fixed text, which no document has a part in.</summary>
internal static class HtmlStyle
{
    public static Html Sheet => Html.Of($$"""

        :root {
          --text: #1b1f24; --soft: #59636e; --page: #ffffff; --box: #f6f8fa; --line: #d8dee4; --link: #0550ae;
          --breaking: #b42318; --risky: #8a5a00; --safe: #1a7f37;
          --breaking-tint: #fff0ee; --risky-tint: #fff7e0; --safe-tint: #ecfaef; --mark: #fff3c4;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --text: #e6edf3; --soft: #9aa4af; --page: #0d1117; --box: #151b23; --line: #30363d; --link: #79b8ff;
            --breaking: #ff8a80; --risky: #e3b341; --safe: #56d364;
            --breaking-tint: #2d1512; --risky-tint: #2a2008; --safe-tint: #0f2417; --mark: #3a3005;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 5rem; }
        body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 76rem; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
        h1, h2, h3, p, li { overflow-wrap: anywhere; }
        h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
        h2.document { font-size: 1.4rem; }
        h2 small { font-size: .85rem; font-weight: 400; color: var(--soft); margin-left: .5rem; }
        h3 { font-size: 1rem; margin: 0; font-weight: 600; }
        h4 { font-size: .8rem; margin: 0 0 .25rem; color: var(--soft); font-weight: 600; }
        h4 a { font-weight: 400; margin-left: .5rem; overflow-wrap: anywhere; }
        p { margin: .25rem 0; }
        a { color: var(--link); }
        code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
        .kind { color: var(--soft); font-size: .9rem; margin: 0; }
        .summary code { color: var(--soft); }

        .switch { position: absolute; width: 1px; height: 1px; margin: 0; opacity: 0; }
        .filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem; padding: .75rem 0; background: var(--page); }
        .tile { cursor: pointer; user-select: none; padding: .35rem .9rem; border-radius: 2rem; border: 1px solid currentColor; opacity: .55; background: var(--page); }
        .tile b { font-size: 1.05rem; margin-right: .15rem; }
        .tile::before { content: "○ "; }
        #show-breaking:checked ~ .filters .tile.breaking, #show-risky:checked ~ .filters .tile.risky, #show-safe:checked ~ .filters .tile.safe { opacity: 1; }
        #show-breaking:checked ~ .filters .tile.breaking::before, #show-risky:checked ~ .filters .tile.risky::before, #show-safe:checked ~ .filters .tile.safe::before { content: "● "; }
        #show-breaking:focus-visible ~ .filters .tile.breaking, #show-risky:focus-visible ~ .filters .tile.risky, #show-safe:focus-visible ~ .filters .tile.safe { outline: 3px solid var(--link); outline-offset: 2px; }
        .tile.breaking, b.breaking { color: var(--breaking); } .tile.breaking { background: var(--breaking-tint); }
        .tile.risky, b.risky { color: var(--risky); } .tile.risky { background: var(--risky-tint); }
        .tile.safe, b.safe { color: var(--safe); } .tile.safe { background: var(--safe-tint); }

        nav ul { list-style: none; margin: .5rem 0; padding: 0; columns: 20rem; }
        nav li { break-inside: avoid; padding: .1rem 0; }
        nav a { text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        nav small { color: var(--soft); }
        .dot { display: inline-block; width: .6rem; height: .6rem; border-radius: 50%; margin-right: .5rem; background: currentColor; }
        .dot.breaking { color: var(--breaking); } .dot.risky { color: var(--risky); } .dot.safe { color: var(--safe); }

        article { border: 1px solid var(--line); border-left: 4px solid var(--soft); border-radius: 8px; padding: .9rem 1.1rem; margin: .75rem 0; background: var(--box); break-inside: avoid; }
        article.breaking, article.caller { border-left-color: var(--breaking); }
        article.risky { border-left-color: var(--risky); }
        article.safe { border-left-color: var(--safe); }
        .level { display: inline-block; text-transform: uppercase; font-size: .7rem; letter-spacing: .05em; padding: .05rem .5rem; margin-right: .35rem; border-radius: 1rem; vertical-align: .1rem; color: var(--page); background: var(--soft); }
        .breaking > h3 .level { background: var(--breaking); } .risky > h3 .level { background: var(--risky); } .safe > h3 .level { background: var(--safe); }
        .facts { display: flex; flex-wrap: wrap; gap: 0 1.25rem; color: var(--soft); font-size: .875rem; }
        .path, .pointer { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .8rem; color: var(--soft); }
        .none { color: var(--soft); font-style: italic; font-size: .875rem; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: .6rem 0 0; }
        .side { min-width: 0; font-size: .875rem; }
        .value code { background: var(--page); border: 1px solid var(--line); border-radius: 4px; padding: .05rem .35rem; overflow-wrap: anywhere; }
        .api { margin-top: .6rem; border-top: 1px dashed var(--line); padding-top: .5rem; font-size: .9rem; }
        pre { margin: .25rem 0; padding: .5rem 0; overflow-x: auto; background: var(--page); border: 1px solid var(--line); border-radius: 6px; }
        pre.facts-of { padding: .5rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        .line { display: block; width: max-content; min-width: 100%; padding-right: .75rem; }
        .line i { display: inline-block; min-width: 3.5em; padding-right: 1em; text-align: right; color: var(--soft); font-style: normal; user-select: none; }
        .line.it { background: var(--mark); font-weight: 600; }

        .diff { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
        .row { border-left: 4px solid var(--soft); }
        .row.breaking { border-left-color: var(--breaking); } .row.risky { border-left-color: var(--risky); } .row.safe { border-left-color: var(--safe); }
        .row + .row { border-top: 1px solid var(--line); }
        .row p { display: flex; margin: 0; padding: .1rem .75rem .1rem 0; }
        .row i { flex: 0 0 2rem; text-align: center; font-style: normal; }
        .row code { overflow-wrap: anywhere; }
        .old { background: var(--breaking-tint); } .new { background: var(--safe-tint); }

        #show-breaking:not(:checked) ~ main :is(article.change, .row).breaking,
        #show-risky:not(:checked) ~ main :is(article.change, .row).risky,
        #show-safe:not(:checked) ~ main :is(article.change, .row).safe,
        #show-breaking:not(:checked) ~ main :is(.only-breaking, .callers),
        #show-risky:not(:checked) ~ main .only-risky,
        #show-safe:not(:checked) ~ main .only-safe,
        #show-breaking:not(:checked) ~ #show-risky:not(:checked) ~ main .only-breaking-risky,
        #show-breaking:not(:checked) ~ #show-safe:not(:checked) ~ main .only-breaking-safe,
        #show-risky:not(:checked) ~ #show-safe:not(:checked) ~ main .only-risky-safe,
        #show-breaking:not(:checked) ~ #show-risky:not(:checked) ~ #show-safe:not(:checked) ~ main :is(.only-breaking-risky-safe, .surface),
        .nothing { display: none; }
        #show-breaking:not(:checked) ~ #show-risky:not(:checked) ~ #show-safe:not(:checked) ~ main .nothing { display: block; color: var(--soft); }
        footer { margin-top: 3rem; color: var(--soft); font-size: .875rem; }

        @media (max-width: 44rem) {
          body { padding: 1rem .9rem 3rem; }
          .sides { grid-template-columns: 1fr; }
          article { padding: .75rem .8rem; }
          .line i { min-width: 2.5em; }
        }
        @media print {
          :root { --text: #000; --page: #fff; --box: #fff; --soft: #444; --line: #bbb; --link: #000; --breaking: #b42318; --risky: #8a5a00; --safe: #1a7f37;
            --breaking-tint: #fff0ee; --risky-tint: #fff7e0; --safe-tint: #ecfaef; --mark: #fff3c4; }
          * { print-color-adjust: exact; }
          body { max-width: none; padding: 0; font-size: 11pt; }
          .filters { position: static; } .tile { padding: .1rem .6rem; }
          nav, .switch { display: none; }
          h2 { break-after: avoid; }
          pre { overflow: visible; } .line { width: auto; white-space: pre-wrap; padding-left: 4.5em; text-indent: -4.5em; }
        }

        """);
}
