// What came out of a backtest: what would change, and whether moderators would agree.

import { html, nothing, type TemplateResult } from "lit";

import type { Agreement, Backtest, BacktestReport, Verdict } from "../shared/rules-types.ts";
import { keyOr, reasonName, type DeskTranslator, type MessageKey } from "./messages.ts";
import { when } from "./when.ts";

export function backtestReport(
  translator: DeskTranslator,
  { by, at }: Pick<Backtest, "by" | "at">,
  report: BacktestReport,
): TemplateResult {
  const { comments, decided, changed, unlike_stored: unlike } = report;
  const say = (key: MessageKey, count: number) => translator.say(key, { count });
  const values = { after: report.after.version, before: report.before.version, by };
  const [before, after] = translator.say("backtest.of", values).split("{time}");
  return html`<section class="report" aria-labelledby="report-heading">
    <h3 id="report-heading">${translator.say("backtest.report")}</h3>
    <p class="muted">${before}${when(at, translator)}${after}</p>
    <ul class="numbers">
      <li>${say("backtest.comments", comments)}</li>
      <li>${say("backtest.decided", decided)}</li>
      <li><strong>${say("backtest.changed", changed)}</strong></li>
    </ul>
    ${unlike > 0 ? html`<p class="muted">${say("backtest.unlike", unlike)}</p>` : nothing}
    <div class="report-tables">
      ${verdicts(translator, report)} ${agreement(translator, report)}
    </div>
    ${reasons(translator, report)} ${examples(translator, report)}
  </section>`;
}

function verdictName(translator: DeskTranslator, verdict: Verdict): string {
  return translator.say(keyOr("verdict", verdict, "verdict.hold"));
}

function change(translator: DeskTranslator, before: Verdict, after: Verdict): unknown {
  const [from, to] = [verdictName(translator, before), verdictName(translator, after)];
  if (before === after) return translator.say("backtest.verdict.same", { verdict: from });
  return html`${from} <span class="arrow" aria-hidden="true">→</span> <strong>${to}</strong>`;
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly unknown[])[],
): TemplateResult {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((text) => html`<th scope="col">${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...others]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${others.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function verdicts(translator: DeskTranslator, { verdicts: all }: BacktestReport): TemplateResult {
  const number = new Intl.NumberFormat(translator.language);
  const isSame = ({ before, after }: (typeof all)[number]) => Number(before === after);
  const sorted = [...all].sort((a, b) => isSame(a) - isSame(b) || b.comments - a.comments);
  return table(
    translator.say("backtest.verdicts"),
    [translator.say("backtest.verdicts"), translator.say("backtest.verdict.count")],
    sorted.map((one) => [
      change(translator, one.before, one.after),
      number.format(one.comments),
    ]),
  );
}

function agreement(translator: DeskTranslator, { before, after }: BacktestReport): TemplateResult {
  const number = new Intl.NumberFormat(translator.language);
  const share = new Intl.NumberFormat(translator.language, { style: "percent" });
  const row = (
    key: "caught" | "wronged" | "missed" | "precision" | "recall",
    format: Intl.NumberFormat,
  ) => [
    translator.say(`backtest.${key}`),
    format.format(before.withheld[key]),
    format.format(after.withheld[key]),
  ];
  return table(
    translator.say("backtest.agreement"),
    (["of", "before", "after"] as const).map((key) =>
      translator.say(`backtest.agreement.${key}`),
    ),
    [
      ...(["caught", "wronged", "missed"] as const).map((key) => row(key, number)),
      ...(["precision", "recall"] as const).map((key) => row(key, share)),
    ],
  );
}

/** What changed most comes first. */
function reasons(translator: DeskTranslator, { before, after }: BacktestReport): unknown {
  const names = [...new Set([...Object.keys(before.reasons), ...Object.keys(after.reasons)])];
  if (names.length === 0) return nothing;
  const number = new Intl.NumberFormat(translator.language);
  const of = (found: Agreement | undefined, key: "comments" | "caught" | "wronged") =>
    found?.[key] ?? 0;
  const difference = (name: string) =>
    Math.abs(of(after.reasons[name], "comments") - of(before.reasons[name], "comments"));
  return table(
    translator.say("backtest.reasons"),
    [
      translator.say("backtest.reason"),
      ...[translator.say("backtest.before"), translator.say("backtest.after")],
      ...[translator.say("backtest.reason.right"), translator.say("backtest.reason.wrong")],
    ],
    names
      .sort((a, b) => difference(b) - difference(a) || (a < b ? -1 : 1))
      .map((name) => [
        reasonName(translator, name),
        number.format(of(before.reasons[name], "comments")),
        number.format(of(after.reasons[name], "comments")),
        number.format(of(after.reasons[name], "caught")),
        number.format(of(after.reasons[name], "wronged")),
      ]),
  );
}

function examples(translator: DeskTranslator, { examples: all }: BacktestReport): unknown {
  if (all.length === 0) return nothing;
  return html`<h4>${translator.say("backtest.examples")}</h4>
    <ul class="examples">
      ${all.map(
        ({ before, after, excerpt, reasons: found }) =>
          html`<li>
            <p>
              ${change(translator, before, after)}
              <span class="muted"
                >${found.map((reason) => reasonName(translator, reason)).join(", ")}</span
              >
            </p>
            ${excerpt === undefined
              ? html`<p class="muted">${translator.say("backtest.example.gone")}</p>`
              : html`<blockquote dir="auto">${excerpt}</blockquote>`}
          </li>`,
      )}
    </ul>`;
}
