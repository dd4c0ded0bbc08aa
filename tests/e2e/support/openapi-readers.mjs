// What readers' pages call, in the ways that their operations can answer.

import assert from "node:assert/strict";

import {newcomer} from "./reader.mjs";
import {until} from "./server.mjs";

export const story = {site: "demo", story: "open api/ü"};
const unknown = "0192f0c1-0000-7000-8000-000000000000";
export const nowhere = {site: "nowhere", story: "a"};
export const stranger = {origin: "https://evil.example"};

export function comment(api, name, rest) {
  const about = {text: `${name} was here.`, story_url: `${api.server.url}/demo/`};
  return newcomer(name, {...about, ...rest});
}

/** Posts a comment and waits until it is judged; resolves to its receipt and state. */
export async function judged(api, name, rest) {
  const json = comment(api, name, rest);
  const receipt = await api.expect(202, "postComment", {path: story, json});
  const headers = {authorization: `Bearer ${receipt.author_token}`};
  const {state} = await until(async () => {
    const status = await api.expect(200, "showComment", {path: {comment: receipt.id}, headers});
    return status.state !== "submitted" && status;
  }, "it is not judged");
  return {...receipt, state};
}

/** Each author may write one comment. */
export async function writeComments(api) {
  const extra = {website: "ann.example", story_title: "T", parent: null};
  const ann = await judged(api, "Ann Author", extra);
  assert.equal(ann.state, "published");
  const held = await judged(api, "Bob Rude", {text: "shit happens", parent: ann.id});
  assert.equal(held.state, "pending");
  await judged(api, "Ray Reply", {parent: ann.id});
  await api.expect(404, "showComment", {path: {comment: held.id}});
  await api.expect(200, "showComment", {path: {comment: ann.id}});

  const post = (status, request) => api.expect(status, "postComment", {path: story, ...request});
  await post(429, {json: comment(api, "Ann Author", {text: "Another."})});
  const headers = {"idempotency-key": "k1"};
  await post(202, {json: comment(api, "Ida Twice"), headers});
  await post(202, {json: comment(api, "Ida Twice"), headers});
  const {code} = await post(422, {json: comment(api, "Ida Twice", {text: "Else."}), headers});
  assert.equal(code, "idempotency_key_reused");
  await post(303, {form: comment(api, "Finn Form")});
  await post(400, {body: "{"});
  const tooLong = {"idempotency-key": "k".repeat(201)};
  await post(400, {json: comment(api, "Kim Key"), headers: tooLong});
  await post(403, {json: comment(api, "Eve Elsewhere"), headers: stranger});
  await post(404, {path: nowhere, json: comment(api, "Lou Lost")});
  await post(415, {body: "<comment/>", type: "application/xml"});
}

/** What authors do with comments of their own. */
export async function changeOwnComments(api) {
  const own = await judged(api, "Olga Own");
  const path = {comment: own.id};
  const headers = {authorization: `Bearer ${own.author_token}`};
  const edit = (status, json, rest = {}) =>
    api.expect(status, "editComment", {path, headers, json, ...rest});
  const seen = await api.expect(200, "showComment", {path, headers});
  assert.ok(Date.parse(seen.editable_until) > Date.now());

  await edit(403, {text: "x", revision: 1}, {headers: {}});
  await edit(403, {text: "x", revision: 1}, {headers: {...headers, ...stranger}});
  await edit(404, {text: "x", revision: 1}, {path: {comment: "x"}});
  await edit(400, {text: "x"});
  await edit(415, undefined, {body: "x", type: "text/plain"});
  await edit(422, {text: " ", revision: 1});
  await edit(409, {text: "Too old.", revision: 7});
  const {comment: edited, revision} = await edit(200, {text: "It is *mine*.", revision: 1});
  assert.match(edited.html, /<em>mine<\/em>/);
  assert.ok(edited.edited_at);
  const {state, reasons, revision: held} = await edit(200, {text: "shit happens", revision});
  assert.equal(state, "pending");
  assert.ok(reasons.length > 0);
  await api.expect(404, "showComment", {path});
  for (let next = held; next < 50; next += 1)
    await edit(200, {text: `Now the ${next}th.`, revision: next});
  await edit(429, {text: "Once more.", revision: 50});

  const withdraw = (status, rest = {}) =>
    api.expect(status, "withdrawComment", {path, headers, ...rest});
  await withdraw(403, {headers: {}});
  await withdraw(404, {path: {comment: "x"}});
  await withdraw(204);
  await withdraw(204);
  assert.equal((await edit(409, {text: "Back?", revision: 51})).code, "edit_window_over");
  await withdraw(204, {query: "erase=1"});
  const erased = await api.expect(200, "showComment", {path, headers});
  assert.deepEqual([erased.state, erased.text, erased.comment.author.name], ["erased", "", ""]);

  const preview = (status, rest) => api.expect(status, "previewComment", {path: story, ...rest});
  assert.deepEqual(await preview(200, {json: {text: "*a* <b>"}}),
    {html: "<p><em>a</em> &lt;b&gt;</p>"});
  await preview(400, {body: "{"});
  await preview(403, {json: {text: "a"}, headers: stranger});
  await preview(404, {json: {text: "a"}, path: nowhere});
  await preview(415, {body: "a", type: "text/plain"});
  await preview(422, {json: {text: ""}});
  for (let i = 0; i < 120; i += 1)
    await api.call("previewComment", {path: story, json: {text: "a"}});
  await preview(429, {json: {text: "a"}});
}

const invalid = {name: "", email: "x", website: "javascript:x", text: " ", parent: "x",
  story_url: "https://evil.example/", story_title: "t".repeat(301), form_token: "x"};

export async function writeInvalidComments(api) {
  const {errors} = await api.expect(422, "postComment", {path: story, json: invalid});
  assert.deepEqual(errors.map(({field}) => field).sort(), Object.keys(invalid).sort());
  const numbers = Object.fromEntries(Object.keys(invalid).map((name) => [name, 1]));
  await api.expect(422, "postComment", {path: story, json: {...numbers, redirect_to: 1}});
  const long = comment(api, "n".repeat(81), {text: "t".repeat(10_001), website: "w".repeat(201),
    story_url: `${api.server.url}/${"u".repeat(2_000)}`});
  const {errors: tooLong} = await api.expect(422, "postComment",
    {path: {...story, story: "s".repeat(201)}, json: long});
  assert.deepEqual(tooLong.map(({field}) => field).sort(),
    ["email", "name", "story", "story_url", "text", "website"]);
}

export async function readStories(api) {
  for (const query of ["", "sort=oldest", "sort=newest", "sort=top"]) {
    const {comments: [first]} = await api.expect(200, "listComments", {path: story, query});
    assert.ok(first.id, query);
  }
  // Where no comment can be published between the two requests.
  await api.expectNotModified("listComments", {path: {...story, story: "quiet"}});
  for (const query of ["sort=best", "cursor=x"])
    await api.expect(400, "listComments", {path: story, query});
  await api.expect(404, "listComments", {path: nowhere});

  const {form} = await api.expect(200, "showStory", {path: story});
  assert.equal(form.moderation, "after");
  assert.ok(form.report_reasons.includes("illegal"));
  const json = comment(api, "Tom Token", {form_token: form.token});
  await api.expect(202, "postComment", {path: story, json});
  await api.expect(404, "showStory", {path: nowhere});

  const counts = {path: story, query: "story=a&story=b"};
  assert.deepEqual(await api.expect(200, "showCounts", counts), {counts: {a: 0, b: 0}});
  await api.expectNotModified("showCounts", counts);
  await api.expect(400, "showCounts", {path: story});
  await api.expect(404, "showCounts", {...counts, path: nowhere});
}

/** Pages around a comment, all at once, and further replies of a discussion. */
export async function readFurther(api) {
  const read = (status, query) => api.expect(status, "listComments", {path: story, query});
  const {comments: [{id}]} = await read(200, "all=1&sort=newest");
  const around = await read(200, `around=${id}`);
  assert.ok(around.comments.some((comment) => comment.id === id));
  assert.equal(around.next, null);
  assert.equal(around.earlier, null);
  const replies = await read(200, `replies_to=${id}`);
  assert.deepEqual(replies, {comments: [], next: null});
  for (const query of [`around=${unknown}`, `replies_to=${unknown}`, "around=x"])
    await read(404, query);
  for (const query of ["all=1&cursor=x", `around=${id}&sort=best`, `replies_to=${id}&cursor=x`])
    await read(400, query);
}

/** A reader's device likes comments, and is one of many behind its address. */
export async function likeComments(api) {
  const {id} = await judged(api, "Lea Liked");
  const path = {comment: id};
  const json = {reader: "a-Device_of_0123456789"};
  const like = (status, rest) => api.expect(status, "likeComment", {path, json, ...rest});
  const unlike = (status, rest) => api.expect(status, "unlikeComment", {path, json, ...rest});
  const feed = await api.follow("followStory", {path: story});
  assert.deepEqual(await like(200), {likes: 1});
  assert.deepEqual(await like(200), {likes: 1});
  assert.deepEqual(await unlike(200), {likes: 0});
  assert.deepEqual(await like(200), {likes: 1});
  await feed.take(({type, likes, ...told}) =>
    type === "liked" && told.comment === id && likes === 1);
  feed.close();
  const liked = {path: story, query: "sort=top"};
  const {comments: [first]} = await api.expect(200, "listComments", liked);
  assert.deepEqual([first.id, first.likes], [id, 1]);

  for (const ask of [like, unlike]) {
    await ask(400, {json: {reader: "too short"}});
    await ask(403, {headers: stranger});
    await ask(404, {path: {comment: "x"}});
    await ask(415, {json: undefined, body: "x", type: "text/plain"});
  }
  for (let i = 0; i < 300; i += 1)
    await api.call("likeComment", {path, json: {reader: `reader-${i}`.padEnd(16, "_")}});
  await like(429);
  await unlike(429);
}

export async function readPages(api) {
  const {value} = await api.call("apiDescription");
  assert.deepEqual(value, api.document.whole, "it is the one of the sources");
  const pages = {
    embedScript: [undefined], apiDescription: [undefined],
    languageFile: ["widget.de.json", "desk.ar.json"],
    deskPage: ["", "desk.js", "desk.css", "icon.svg"],
    demoPage: ["", "any-story", "demo.js", "demo.css", "ferry.svg", "fonts/newsreader.woff2",
      "fonts/newsreader-licence.txt"],
  };
  for (const [id, paths] of Object.entries(pages))
    for (const path of paths) {
      await api.expect(200, id, {path: {path}});
      await api.expectNotModified(id, {path: {path}});
    }
  for (const id of ["languageFile", "deskPage", "demoPage"])
    await api.expect(404, id, {path: {path: "no/such"}});
}
