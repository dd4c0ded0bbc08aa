import { FormState, type FormSettings } from "./form-state.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { ReaderApi } from "../shared/api.ts";
import type { NewComment } from "../shared/types.ts";
import { Clock } from "../testing/clock.ts";
import { FakeServer, problem } from "../testing/fake-server.ts";
import { FakeStorage } from "../testing/fake-storage.ts";
import { AuthorRecord } from "./author-record.ts";
import { BrowserStorage } from "./browser-storage.ts";
import { Drafts } from "./draft.ts";
import type { FormValues } from "./form-fields.ts";

const base = "/api/v1/sites/courier/stories/ferry";
const receipt = { id: "7", status: "submitted", author_token: "t", status_url: "u" };
const filled: FormValues = {
  name: "Ada",
  email: "ada@private.example",
  website: "ada.example",
  text: " Hello. ",
};

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

function setUp(storage = new FakeStorage(), parent?: string) {
  const story = { id: "ferry", state: "open", count: 0 };
  const form = { required: ["name", "email"], text_max: 1_000, token: "token-1" };
  const server = new FakeServer()
    .on(`GET ${base}`, { body: { story, form } })
    .on(`POST ${base}/comments`, { status: 202, body: receipt });
  const received: NewComment[] = [];
  const settings: FormSettings = {
    api: new ReaderApi({ server: "https://c.example", site: "courier", fetch: server.fetch }),
    story: "ferry",
    storyUrl: "https://paper.example/ferry",
    storyTitle: "The ferry",
    storyPublishedAt: "2026-11-24",
    parent,
    drafts: new Drafts(new BrowserStorage(["test"], storage)),
    author: new AuthorRecord(new BrowserStorage(["test"], new FakeStorage())),
    identity: { name: "", email: "", website: "" },
    onChange: () => {},
    onReceived: (_, comment) => received.push(comment),
  };
  const makeForm = () => new FormState(settings);
  return { form: makeForm(), makeForm, server, storage, received };
}

function fill(form: FormState, values: Partial<FormValues> = filled): void {
  for (const [name, value] of Object.entries(values)) form.type(name as keyof FormValues, value);
}

const sentBy = (server: FakeServer) => server.asked(`POST ${base}/comments`);

test("form state: sends what was typed, trimmed, with the story and the form's token", async () => {
  const { form, server, received } = setUp(undefined, "parent-1");
  fill(form);
  assert.equal(await form.submit(), true);
  assert.equal(form.state.kind, "received");
  assert.deepEqual(sentBy(server)[0]?.body, {
    name: "Ada",
    email: "ada@private.example",
    website: "https://ada.example",
    text: "Hello.",
    parent: "parent-1",
    story_url: "https://paper.example/ferry",
    story_title: "The ferry",
    story_published_at: "2026-11-24",
    form_token: "token-1",
  });
  assert.equal(received.length, 1);
  assert.equal(form.values.text, "");
  assert.equal(form.values.name, "Ada");
});

test("form state: what is wrong is not sent, and an error goes once it is mended", async () => {
  const { form, server } = setUp();
  fill(form, { ...filled, name: "", email: "ada" });
  assert.equal(await form.submit(), false);
  assert.equal(sentBy(server).length, 0);
  assert.equal(form.errorOf("name")?.code, "required");
  form.type("email", "ada@");
  assert.equal(form.errorOf("email")?.code, "invalid");
  form.type("email", "ada@b.example");
  assert.equal(form.errorOf("email"), undefined);
  assert.equal(form.errorOf("name")?.code, "required");
});

test("form state: the server's errors stand at their fields", async () => {
  const { form, server } = setUp();
  const errors = [
    { field: "website", code: "not_allowed", message: "No." },
    { field: "parent", code: "unknown", message: "Gone." },
  ];
  server.on(`POST ${base}/comments`, problem(422, "invalid_comment", { errors }));
  fill(form);
  assert.equal(await form.submit(), false);
  assert.equal(form.errorOf("website")?.code, "not_allowed");
  assert.deepEqual(form.hiddenErrors, [errors[1]]);
  assert.equal(form.values.text, " Hello. ");
});

test("form state: an outage keeps the draft and the key, through a reload as well", async () => {
  const first = setUp();
  first.server.on(`POST ${base}/comments`, problem(503, "temporarily_unavailable"));
  fill(first.form);
  await first.form.submit();
  assert.equal(first.form.state.kind, "waiting");
  first.form.abandon();
  assert(!first.storage.everything.includes("private.example"));

  const second = setUp(first.storage);
  assert.equal(second.form.isResumed, true);
  assert.deepEqual(second.form.values, { ...filled, email: "" });
  second.form.type("email", filled.email);
  await second.form.submit();
  const keyOf = (server: FakeServer) => sentBy(server)[0]?.headers.get("Idempotency-Key");
  assert.equal(keyOf(second.server), keyOf(first.server));
  assert.equal(second.storage.length, 0);
});

test("form state: by itself it is sent again, once", async () => {
  const { form, server, received } = setUp();
  let turn = 0;
  server.on(`POST ${base}/comments`, () =>
    turn++ < 2 ? problem(503, "temporarily_unavailable") : { status: 202, body: receipt },
  );
  fill(form);
  await form.submit();
  await form.submit();
  await clock.advance(60_000);
  assert.equal(received.length, 1);
  assert.equal(sentBy(server).length, 3);
  assert.equal(
    new Set(sentBy(server).map(({ headers }) => headers.get("Idempotency-Key"))).size,
    1,
  );
});

test("form state: another text is another submission", async () => {
  const { form, server } = setUp();
  server.on(`POST ${base}/comments`, problem(403, "origin_not_allowed"));
  fill(form);
  await form.submit();
  await form.submit();
  form.type("text", "Something else");
  await form.submit();
  const keys = sentBy(server).map(({ headers }) => headers.get("Idempotency-Key"));
  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[1], keys[2]);
});

test("form state: a token that has expired is replaced without asking the reader", async () => {
  const { form, server, received } = setUp();
  const errors = [{ field: "form_token", code: "expired", message: "Old." }];
  let turn = 0;
  server.on(`POST ${base}/comments`, () =>
    turn++ === 0 ? problem(422, "invalid_comment", { errors }) : { status: 202, body: receipt },
  );
  fill(form);
  await form.submit();
  await clock.settle();
  assert.equal(received.length, 1);
  assert.equal(server.asked(`GET ${base}`).length, 2);
});

test("form state: the next form knows who is writing, from memory alone", async () => {
  const { form, makeForm, storage } = setUp();
  fill(form);
  await form.submit();
  assert.deepEqual(makeForm().values, { ...filled, text: "" });
  assert.equal(storage.length, 0);
});

test("form state: it can be sent although the rules could not be fetched", async () => {
  const { form, server, received } = setUp();
  server.on(`GET ${base}`, "unreachable");
  fill(form);
  await form.submit();
  assert.equal(received.length, 1);
  assert.equal(sentBy(server)[0]?.body?.["form_token"], undefined);
});

test("form state: each comment has a token of its own, and proves who wrote before", async () => {
  const { form, server } = setUp();
  fill(form);
  await form.submit();
  fill(form, { text: "Another." });
  await form.submit();
  assert.equal(server.asked(`GET ${base}`).length, 2);
  const [first, second] = sentBy(server).map(({ body }) => body);
  assert.equal(first?.["author_of"], undefined);
  assert.equal(second?.["author_of"], "7");
  assert.equal(second?.["author_token"], "t");
});

test("form state: what a program fills in is sent", async () => {
  const { form, server } = setUp();
  fill(form);
  form.topic = "cheap watches";
  await form.submit();
  assert.equal(sentBy(server)[0]?.body?.["topic"], "cheap watches");
});
