// What a reader does and sees on an article.

/** Somebody nobody has seen before: the filters judge how often one author writes. */
export function newcomer(name, rest = {}) {
  return {name, email: `${name.toLowerCase().replace(/\W+/g, ".")}@mail.example`, ...rest};
}

/** The form to leave a comment with, or the one that replies to somebody. */
export function formOn(page, replyTo) {
  return page.getByRole("form", {name: replyTo ? `Reply to ${replyTo}` : "Leave A Reply"});
}

export async function fillIn(form, {name, email, website, text}) {
  if (name !== undefined) await form.getByLabel("Name").fill(name);
  if (email !== undefined) await form.getByLabel("Email").fill(email);
  if (website !== undefined) await form.getByLabel("Website").fill(website);
  if (text !== undefined) await textOf(form).fill(text);
}

export function textOf(form) {
  return form.getByRole("textbox", {name: "Comment"});
}

/** Writes a comment and sends it; resolves to what the server said, and its status. */
export async function write(page, form, comment) {
  await fillIn(form, comment);
  return send(page, form);
}

export async function send(page, form) {
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await form.getByRole("button", {name: "Post Comment"}).click();
  const answer = await answered;
  return {status: answer.status(), ...(await answer.json())};
}

/** The comment of an id, whoever wrote it. */
export function commentOn(page, id) {
  return page.locator(`#comment-${id}`);
}

/** What the page tells the author about a comment of theirs that is not published. */
export function ownStateOn(page, id, state) {
  return commentOn(page, id).locator(`[data-state=${state}]`);
}

/** All that stands in the page, shadow trees too, and in its fields. */
export function everythingOn(page) {
  return page.evaluate(() => {
    const read = (root) => [
      root.innerHTML,
      ...[...root.querySelectorAll("*")].flatMap((element) => [
        element.value ?? "",
        ...(element.shadowRoot ? read(element.shadowRoot) : []),
      ]),
    ];
    return read(document.documentElement).join("\n");
  });
}
