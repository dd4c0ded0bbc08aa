// What one form knows between renderings: values, errors, and how far sending has come.

import { ApiError, type ReaderApi } from "../shared/api.ts";
import type { FieldError, NewComment, Receipt, StoryForm } from "../shared/types.ts";
import type { AuthorRecord } from "./author-record.ts";
import type { Drafts } from "./draft.ts";
import {
  checkFields,
  fieldNames,
  usualRules,
  withScheme,
  type FieldName,
  type FormValues,
} from "./form-fields.ts";
import { newKey, Submission, type SubmissionState } from "./submission.ts";

/** Name, address and website as typed in this visit, for the next form. Only in memory. */
export type Identity = Omit<FormValues, "text">;

export interface FormSettings {
  api: ReaderApi;
  story: string;
  storyUrl: string;
  storyTitle: string | undefined;
  storyPublishedAt: string | undefined;
  parent: string | undefined;
  drafts: Drafts;
  author: AuthorRecord;
  identity: Identity;
  onChange: () => void;
  onReceived: (receipt: Receipt, comment: NewComment) => void;
}

export class FormState {
  readonly #settings: FormSettings;
  readonly values: FormValues;
  /** The text comes from an earlier visit, and has not been touched in this one. */
  isResumed: boolean;
  errors: readonly FieldError[] = [];
  /** "editing" until the first attempt, and after each that needs the reader. */
  state: SubmissionState | { kind: "editing" } = { kind: "editing" };
  rules: StoryForm = usualRules;
  /** Of a field that people do not see. */
  topic = "";
  #preparation: Promise<void> | undefined;
  #submission: Submission | undefined;
  /** What was last sent, and its key: the same content again is the same submission. */
  #sent: { content: string; key: string } | undefined;

  constructor(settings: FormSettings) {
    this.#settings = settings;
    const draft = settings.drafts.find(settings.parent);
    const { name, email, website } = settings.identity;
    this.isResumed = draft !== undefined;
    this.values = {
      name: name || draft?.name || "",
      email,
      website: website || draft?.website || "",
      text: draft?.text ?? "",
    };
    if (draft?.key) this.#sent = { content: this.#content(), key: draft.key };
  }

  get isBusy(): boolean {
    return this.state.kind === "sending" || this.state.kind === "waiting";
  }

  errorOf(field: FieldName): FieldError | undefined {
    return this.errors.find((error) => error.field === field);
  }

  /** Errors that belong to no field one can see. */
  get hiddenErrors(): readonly FieldError[] {
    return this.errors.filter(({ field }) => !fieldNames.includes(field as FieldName));
  }

  type(field: FieldName, value: string): void {
    this.values[field] = value;
    this.isResumed = false;
    if (field !== "text") this.#settings.identity[field] = value;
    // An error goes as soon as it is mended, and comes only when sending.
    if (this.errorOf(field)) {
      const still = checkFields(this.values, this.rules).find((error) => error.field === field);
      const others = this.errors.filter((error) => error.field !== field);
      this.errors = still ? [...others, still] : others;
    }
    this.#saveDraft();
    this.#settings.onChange();
  }

  /** Asks what the form requires, once somebody means to use it. */
  prepare(): Promise<void> {
    this.#preparation ??= this.#fetchRules();
    return this.#preparation;
  }

  /** Sends the comment; says whether its fields were in order. */
  async submit(): Promise<boolean> {
    if (this.isBusy) return true;
    this.errors = checkFields(this.values, this.rules);
    this.state = { kind: "editing" };
    this.#settings.onChange();
    if (this.errors.length > 0) return false;
    this.state = { kind: "sending" };
    this.#settings.onChange();
    await this.prepare();
    await this.#send();
    return this.errors.length === 0;
  }

  retryNow(): void {
    if (this.state.kind === "waiting") void this.#submission?.send();
    else void this.submit();
  }

  stop(): void {
    this.#submission?.stop();
  }

  /** The form is taken down; the draft stays. */
  abandon(): void {
    this.#submission?.abandon();
  }

  async #fetchRules(): Promise<void> {
    try {
      this.rules = (await this.#settings.api.story(this.#settings.story)).form;
      this.#settings.onChange();
    } catch {
      // Asked again with the next attempt; the server checks in any case.
      this.#preparation = undefined;
    }
  }

  async #send(mayRenewToken = true): Promise<void> {
    const { api, story, onReceived } = this.#settings;
    const comment = this.#comment();
    const content = this.#content();
    if (this.#sent?.content !== content) this.#sent = { content, key: newKey() };
    this.#saveDraft();
    this.#submission = new Submission({
      api,
      story,
      comment,
      key: this.#sent.key,
      onState: (state) => {
        if (state.kind === "refused" && mayRenewToken && isTokenExpired(state.error)) {
          this.#preparation = undefined;
          void this.prepare().then(() => this.#send(false));
          return;
        }
        this.state = state;
        if (state.kind === "refused") this.errors = state.error.errors;
        if (state.kind === "received") {
          this.#settings.author.keep(state.receipt);
          this.#clear();
          onReceived(state.receipt, comment);
        }
        this.#settings.onChange();
      },
    });
    await this.#submission.send();
  }

  #clear(): void {
    this.values.text = "";
    this.#sent = undefined;
    this.#preparation = undefined; // A token is good for one comment.
    this.#settings.drafts.forget(this.#settings.parent);
  }

  #comment(): NewComment {
    const { storyUrl, storyTitle, storyPublishedAt, parent } = this.#settings;
    const website = withScheme(this.values.website);
    return {
      name: this.values.name.trim(),
      email: this.values.email.trim(),
      ...(website ? { website } : {}),
      text: this.values.text.trim(),
      ...(parent ? { parent } : {}),
      story_url: storyUrl,
      ...(storyTitle ? { story_title: storyTitle } : {}),
      ...(storyPublishedAt ? { story_published_at: storyPublishedAt } : {}),
      ...(this.rules.token ? { form_token: this.rules.token } : {}),
      ...(this.topic ? { topic: this.topic } : {}),
      ...this.#settings.author.proof(),
    };
  }

  /** What makes a submission another one, as far as a draft can tell: the address is not kept. */
  #content(): string {
    return JSON.stringify([this.values.name, this.values.website, this.values.text]);
  }

  #saveDraft(): void {
    const { drafts, parent } = this.#settings;
    const { name, website, text } = this.values;
    const key = this.#sent?.content === this.#content() ? this.#sent.key : undefined;
    drafts.save(parent, { name, website, text, ...(key ? { key } : {}) });
  }
}

function isTokenExpired(error: ApiError): boolean {
  return error.errors.some(({ field, code }) => field === "form_token" && code === "expired");
}
