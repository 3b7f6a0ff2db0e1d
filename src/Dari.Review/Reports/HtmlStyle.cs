namespace Dari.Review.Reports;

internal static class HtmlStyle
{
    /// <summary>Fixed text, which no document has a part in.</summary>
    public static Html Sheet => Html.Of($$"""

        :root { --text: #1b1f24; --soft: #59636e; --page: #fff; --box: #f6f8fa; --line: #d1d9e0; --breaking: #b42318; --risky: #9a6700; --safe: #1a7f37; }
        @media (prefers-color-scheme: dark) {
          :root { --text: #e6edf3; --soft: #9198a1; --page: #0d1117; --box: #151b23; --line: #3d444d; --breaking: #ff8a80; --risky: #e3b341; --safe: #56d364; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem; max-width: 78rem; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
        h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
        h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
        h4 { font-size: .8rem; margin: 0; color: var(--soft); }
        p { margin: .25rem 0; overflow-wrap: anywhere; }
        a { color: inherit; }
        label { display: inline-block; margin-right: 1rem; font-weight: 600; }
        article { border: 1px solid var(--line); border-left-width: 4px; border-radius: 6px; padding: .75rem 1rem; margin: .75rem 0; background: var(--box); break-inside: avoid; }
        .facts, .pointer, .none { color: var(--soft); font-size: .85rem; }
        .level { text-transform: uppercase; font-size: .75rem; letter-spacing: .04em; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: .5rem 0; }
        .side { min-width: 0; font-size: .85rem; }
        pre { margin: .25rem 0; padding: .5rem; overflow-x: auto; background: var(--page); border: 1px solid var(--line); border-radius: 4px; font: 13px/1.45 ui-monospace, monospace; }
        .line i { color: var(--soft); font-style: normal; user-select: none; }
        .it { font-weight: 700; }
        code { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border: 1px solid var(--line); }
        label.breaking, .breaking > h3 .level, p.breaking b { color: var(--breaking); }
        label.risky, .risky > h3 .level, p.risky b { color: var(--risky); }
        label.safe, .safe > h3 .level, p.safe b { color: var(--safe); }
        article.breaking { border-left-color: var(--breaking); }
        article.risky { border-left-color: var(--risky); }
        article.safe { border-left-color: var(--safe); }
        #show-breaking:not(:checked) ~ main :is(article, tr).breaking,
        #show-risky:not(:checked) ~ main :is(article, tr).risky,
        #show-safe:not(:checked) ~ main :is(article, tr).safe { display: none; }
        @media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
        @media print { input, label { display: none; } body { padding: 0; } }

        """);
}
