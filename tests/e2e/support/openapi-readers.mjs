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
