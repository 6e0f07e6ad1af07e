/** The style of the pay page; kept in the bundle so that the app is one file. */
export const payCss = `
:root { --paper: #FBFAF6; --ink: #17212B; --muted: #56616C; --line: #D9D5CA; --accent: #0B5C5A; --wrong: #9B2C1F; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
.notice { margin: 0; padding: .6rem 1rem; background: var(--ink); color: var(--paper); text-align: center; font-size: .9rem; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
.columns { display: grid; gap: 2rem; }
.card { background: #fff; border: 1px solid var(--line); border-radius: .5rem; padding: 1.25rem; }
.narrow { max-width: 34rem; margin: 2rem auto; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.25; }
h2 { margin: 1.25rem 0 .75rem; font-size: 1rem; }
.label { margin: 0; color: var(--muted); }
.total { margin: 0 0 1rem; font-size: 2.25rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
.summary td { text-align: right; padding-left: 1rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
.off { color: var(--accent); }
.field { margin: 0 0 1rem; }
label, legend { display: block; padding: 0; margin: 0 0 .25rem; font-weight: 600; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
.choice { display: flex; gap: .6rem; align-items: baseline; min-height: 2.75rem; margin: 0; padding: .6rem .75rem; border: 1px solid var(--line); border-bottom: 0; font-weight: 400; }
.choice:first-of-type { border-radius: .35rem .35rem 0 0; }
.choice:last-of-type { border-bottom: 1px solid var(--line); border-radius: 0 0 .35rem .35rem; }
.choice input { accent-color: var(--accent); }
input:not([type=radio]) { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid #8A939B; border-radius: .35rem; background: #fff; color: inherit; font: inherit; }
input[readonly] { background: var(--paper); color: var(--muted); }
input[aria-invalid] { border: 2px solid var(--wrong); }
::placeholder { color: #767F87; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.pair { display: grid; gap: 0 1rem; grid-template-columns: 1fr 1fr; align-items: end; }
.row { display: flex; gap: .75rem; }
.button { display: inline-block; min-height: 2.75rem; padding: .6rem 1.5rem; border: 1px solid var(--accent); border-radius: .35rem; background: var(--accent); color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
form > .button[type=submit] { width: 100%; }
.quiet { min-height: 2.75rem; padding: .6rem 1.25rem; border: 1px solid var(--accent); border-radius: .35rem; background: #fff; color: var(--accent); font: inherit; font-weight: 600; cursor: pointer; }
.button:hover { background: #084846; }
.quiet:hover, .button.quiet:hover { background: var(--paper); }
.code { margin: 1rem 0; }
a { color: var(--accent); }
.error { margin: 0 0 .25rem; color: var(--wrong); }
.problems { margin: 0 0 2rem; padding: .75rem 1rem; border-left: 4px solid var(--wrong); background: #FBEDEA; }
.problems p, .problems ul { margin: 0; }
.problems ul { padding-left: 1.1rem; }
.problems a { color: var(--wrong); }
details { margin-top: 1.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
summary { font-weight: 600; cursor: pointer; }
.hint { margin: .25rem 0 .5rem; color: var(--muted); }
.cards { font-size: .9rem; }
.cards th { color: var(--muted); }
.cards td:first-child, .cards th:first-child { white-space: nowrap; padding-right: 1rem; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
@media (min-width: 56rem) { .columns { grid-template-columns: 2fr 3fr; gap: 4rem; } .card { padding: 2rem; } main { padding-top: 3rem; } }
`;
