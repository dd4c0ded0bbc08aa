// The part of a form that gives rights: a role, and on which sites.

import { html, type TemplateResult } from "lit";

import { roles, type Role } from "../shared/account-types.ts";
import type { DeskTranslator } from "./messages.ts";

export interface Rights {
  role: Role;
  /** Absent for all. */
  sites?: string[];
}

/** `known` are the sites there are; a site that is gone meanwhile stays among those given. */
export function rightsFields(
  translator: DeskTranslator,
  { role, sites }: Rights,
  known: readonly string[],
): TemplateResult {
  const all = [...new Set([...known, ...(sites ?? [])])];
  return html`<fieldset class="rights">
      <legend>${translator.say("team.role")}</legend>
      ${roles.map(
        (one) =>
          html`<label class="radio">
            <input type="radio" name="role" value=${one} ?checked=${one === role} />
            <span
              >${translator.say(`role.${one}`)}
              <span class="muted">${translator.say(`role.${one}.note`)}</span></span
            >
          </label>`,
      )}
    </fieldset>
    <fieldset class="rights">
      <legend>${translator.say("team.sites")}</legend>
      <label class="radio">
        <input type="radio" name="where" value="all" ?checked=${sites === undefined} />
        <span>${translator.say("sites.all")}</span>
      </label>
      <label class="radio">
        <input type="radio" name="where" value="some" ?checked=${sites !== undefined} />
        <span>${translator.say("sites.some")}</span>
      </label>
      <div class="site-choice" @change=${chooseSome}>
        ${all.map(
          (site) =>
            html`<label class="radio">
              <input type="checkbox" name="site" value=${site} ?checked=${sites?.includes(site)} />
              <span>${site}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
}

/** Who chooses a site does not mean all of them. */
function chooseSome(event: Event): void {
  const some = (event.currentTarget as Element)
    .closest("form")
    ?.querySelector<HTMLInputElement>("[name=where][value=some]");
  if (some) some.checked = true;
}

/** Undefined when only some sites were meant, and none was chosen. */
export function readRights(form: ParentNode): Rights | undefined {
  const checked = (name: string) =>
    [...form.querySelectorAll<HTMLInputElement>(`[name=${name}]:checked`)].map(
      ({ value }) => value,
    );
  const [role] = checked("role") as Role[];
  if (!role) return undefined;
  if (checked("where")[0] !== "some") return { role };
  const sites = checked("site");
  return sites.length > 0 ? { role, sites } : undefined;
}
