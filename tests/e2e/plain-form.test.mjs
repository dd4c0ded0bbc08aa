// A page without our script can post comments too, with the form that WordPress has or one like it.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {openArticle, startBrowser} from "./support/browser.mjs";
import {Server, until} from "./support/server.mjs";

let server;
let browser;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.discard();
});

function submit(story, fields, headers = {}) {
  return fetch(server.comments(story), {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}

/** The first comment of the story, with its replies. */
function listed(story) {
  return until(async () => {
    const {comments} = await (await fetch(server.comments(story))).json();
    return comments[0];
  }, "no comment is listed");
}

test("a form post is answered with the way back to the story", async () => {
  const storyUrl = `${server.url}/demo/council`;
  const answer = await submit("council", {
    name: "Zoë Möller", email: "zoe@mail.example", text: "1 + 1 = 2 & more", story_url: storyUrl,
  });

  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get("location"), storyUrl);
  const comment = await listed("council");
  assert.equal(comment.author.name, "Zoë Möller");
  assert.equal(comment.html, "<p>1 + 1 = 2 &amp; more</p>");
});

test("a form without script, named as WordPress names it, works in a browser", async () => {
  const page = await (await browser.newContext({javaScriptEnabled: false})).newPage();
  const article = `${server.url}/demo/river`;
  const hidden = (name, value) => `<input type="hidden" name="${name}" value="${value}">`;
  await page.route("**/old-article", (route) => route.fulfill({
    contentType: "text/html",
    body: `<form method="post" action="${server.comments("river")}">
      <label>Name <input name="author"></label> <label>Email <input name="email"></label>
      <label>Website <input name="url"></label>
      <label>Comment <textarea name="comment"></textarea></label>
      ${hidden("comment_parent", "0")} ${hidden("comment_post_ID", "7")}
      ${hidden("story_url", `${server.url}/old-article`)} ${hidden("redirect_to", article)}
      <input type="submit" name="submit" value="Post Comment"></form>`,
  }));
  await page.goto(`${server.url}/old-article`);
  await page.getByLabel("Name").fill("Peter Oduya");
  await page.getByLabel("Email").fill("peter@mail.example");
  await page.getByLabel("Website").fill("https://peter.example/");
  await page.getByLabel("Comment").fill("Two buses.\nNo ferry.");
  await page.getByRole("button", {name: "Post Comment"}).click();
  await page.waitForURL(article);

  const comment = await listed("river");
  assert.equal(comment.html, "<p>Two buses.<br>No ferry.</p>");
  assert.deepEqual([comment.author.name, comment.author.website],
    ["Peter Oduya", "https://peter.example/"]);

  const reply = await submit("river", {
    author: "Ines Carvalho", email: "ines@mail.example", url: "", comment: "And the 14.",
    comment_parent: comment.id, story_url: article,
  });
  assert.equal(reply.status, 303);
  const reader = await openArticle(browser, server, {story: "river"});
  await reader.locator(`.thread[data-id="${comment.id}"]`).getByText("And the 14.").waitFor();
});

test("nobody is led to another site", async () => {
  const storyUrl = `${server.url}/demo/sport`;
  for (const elsewhere of ["https://evil.example/", "//evil.example/", "javascript:alert(1)"]) {
    const answer = await submit("sport", {
      name: "Tom", email: "tom@mail.example", text: "Bicycles.", story_url: storyUrl,
      redirect_to: elsewhere,
    });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), storyUrl);
  }
});

test("a form post of another site's page is refused", async () => {
  const answer = await submit("letters", {
    name: "Tom", email: "tom@mail.example", text: "Bicycles.",
    story_url: `${server.url}/demo/letters`,
  }, {origin: "https://evil.example"});
  assert.equal(answer.status, 403);
  assert.equal((await answer.json()).code, "origin_not_allowed");
});
