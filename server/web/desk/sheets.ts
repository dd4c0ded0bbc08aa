// What stands in front of the work, one upon the other; the focus returns to where it was.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

export interface Sheet {
  /** Its own style, if it has one. */
  className: string;
  /** A function where it may be said in another language meanwhile. */
  heading: string | (() => string);
  /** `close` resolves when the focus is back where it was. */
  content: (close: () => Promise<void>) => TemplateResult;
  /** Told when it was closed, in whatever way. */
  onClosed?: () => void;
}

interface OpenSheet extends Sheet {
  id: number;
  hadFocus: Element | null;
}

export class Sheets {
  readonly #onChange: () => Promise<unknown>;
  #items: readonly OpenSheet[] = [];
  #lastId = 0;

  /** `onChange` resolves when it is seen. */
  constructor(onChange: () => Promise<unknown>) {
    this.#onChange = onChange;
  }

  get items(): readonly OpenSheet[] {
    return this.#items;
  }

  get isOpen(): boolean {
    return this.#items.length > 0;
  }

  /** Returns what closes it. */
  open(sheet: Sheet): () => Promise<void> {
    const id = ++this.#lastId;
    this.#items = [...this.#items, { ...sheet, id, hadFocus: document.activeElement }];
    void this.#onChange();
    return () => this.close(id);
  }

  async close(id: number): Promise<void> {
    const sheet = this.#items.find((item) => item.id === id);
    if (!sheet) return;
    this.#items = this.#items.filter((item) => item !== sheet);
    sheet.onClosed?.();
    await this.#onChange();
    returnFocus(sheet.hadFocus);
  }

  closeAll(): void {
    for (const { id } of this.#items) void this.close(id);
  }
}

/** To the chosen comment where the element itself has gone meanwhile. */
function returnFocus(hadFocus: Element | null): void {
  if (document.activeElement?.closest("[role=dialog]")) return;
  const seen = (selector: string) =>
    [...document.querySelectorAll(selector)].find((element) => !element.closest("[hidden]"));
  const chosen = seen("article[aria-current]") ?? seen("main");
  const to = hadFocus?.isConnected && hadFocus !== document.body ? hadFocus : chosen;
  (to as HTMLElement | undefined)?.focus?.();
}

/** Properties: `sheets`, `items` (so that it notices when they change), `translator`. */
export class SheetStack extends LightElement {
  static override properties = {
    sheets: { attribute: false },
    items: { attribute: false },
    translator: { attribute: false },
  };

  declare sheets: Sheets;
  declare items: Sheets["items"];
  declare translator: DeskTranslator;

  #focusedId = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#closeTop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#closeTop);
  }

  protected override render(): unknown {
    return repeat(this.items, ({ id }) => id, (sheet) => this.#sheet(sheet));
  }

  /** A sheet is read out when it appears; what is in it may then take the focus. */
  protected override updated(): void {
    const top = this.items[this.items.length - 1];
    if (!top || top.id <= this.#focusedId) return;
    this.#focusedId = top.id;
    const dialog = this.querySelector<HTMLElement>(`[data-sheet="${top.id}"]`);
    (dialog?.querySelector<HTMLElement>("[data-first]") ?? dialog)?.focus();
  }

  #sheet({ id, className, heading, content }: OpenSheet): TemplateResult {
    const close = () => this.sheets.close(id);
    const isTop = id === this.items[this.items.length - 1]?.id;
    return html`<div
      class="veil"
      ?inert=${!isTop}
      @click=${(event: Event) => (event.target === event.currentTarget ? void close() : nothing)}
    >
      <div
        class="sheet ${className}"
        role="dialog"
        aria-modal="true"
        aria-labelledby="sheet-${id}"
        data-sheet=${id}
        tabindex="-1"
      >
        <div class="sheet-head">
          <h2 id="sheet-${id}" dir="auto">${typeof heading === "string" ? heading : heading()}</h2>
          <button
            type="button"
            class="icon"
            data-close
            aria-label=${this.translator.say("sheet.close")}
            @click=${close}
          >
            ×
          </button>
        </div>
        ${content(close)}
      </div>
    </div>`;
  }

  /** What is being written is left first, not lost. */
  readonly #closeTop = (event: KeyboardEvent): void => {
    const top = this.items[this.items.length - 1];
    if (event.key !== "Escape" || !top || event.defaultPrevented) return;
    event.preventDefault();
    const target = event.target as Element | null;
    if (target && isWritten(target)) target.closest<HTMLElement>("[role=dialog]")?.focus();
    else void this.sheets.close(top.id);
  };
}

/** Whether it is a field with something in it that was not there at first. */
function isWritten(target: Element): boolean {
  if (!target.matches?.("textarea:not([aria-readonly=true]), input:not([type=radio])"))
    return false;
  const { value, defaultValue } = target as HTMLInputElement;
  return value !== "" && value !== defaultValue;
}
