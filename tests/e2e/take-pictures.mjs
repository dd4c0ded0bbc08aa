// Takes the README's pictures of a real server, and more of the same for a look at every width and
// colour scheme.
// Usage: node tests/e2e/take-pictures.mjs [DIRECTORY]

import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

import {startBrowser} from "./support/browser.mjs";
import {Server, until} from "./support/server.mjs";

const to = process.argv[2] ?? fileURLToPath(new URL("pictures", import.meta.url));
const everything = process.argv.length > 2;
const story = "demo";
const password = "a picture of the desk";

const conversation = [
  ["Marta Lindqvist", "I took the first crossing this morning with my grandson. The engine is " +
    "*quieter* than I remember, and the tea is just as strong."],
  ["Peter Oduya", "> Two buses\n\nThe paper might have mentioned that the 14 no longer runs on " +
    "Sundays. For people on the north bank the ferry is not nostalgia, it is **the only way**.", 0],
  ["Ines Carvalho", "Does anyone know whether bicycles are allowed before nine?", 0],
  ["Tom Aldous", "Bicycles are welcome at any hour. We ask for patience when it is full.", 2],
  ["Hanne Wolff", "Eleven years! I have a ticket from the last week in a drawer somewhere."],
];
const waiting = [
  ["Deals4You", "Great story. Cheap viagra and a casino bonus at http://deals.example and " +
    "http://more.example and http://most.example"],
  ["Ray Colman", "What a stupid idiot wrote this? The council wastes our money AGAIN!!!!!"],
];

async function post(server, [name, text], parent) {
  const answer = await server.post(story, {
    name,
    email: `${name.toLowerCase().replace(/\W+/g, ".")}@mail.example`,
    text,
    story_title: "After eleven years, the ferry crosses again",
    ...(parent && {parent}),
  });
  const {id} = await answer.json();
  return id;
}

async function fill(server) {
  const ids = [];
  for (const [name, text, parent] of conversation) {
    const id = await post(server, [name, text], ids[parent]);
    await until(async () => (await fetch(`${server.url}/api/v1/comments/${id}`)).ok, "not shown");
    ids.push(id);
  }
  for (const comment of waiting) await post(server, comment);
}

async function pictureOfArticle(browser, server, options, path) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${server.url}/demo/`);
  await page.getByText("Eleven years!").waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.locator("aside.comments").scrollIntoViewIfNeeded();
  await page.evaluate(() =>
    document.querySelector("aside.comments").scrollIntoView({block: "start"}));
  await page.screenshot({path});
  await context.close();
}

async function pictureOfDesk(browser, server, options, path) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${server.url}/desk/`);
  if (everything) await page.screenshot({path: path.replace("desk", "sign-in")});
  await page.getByLabel("Name").fill("mia");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", {name: "Sign in"}).click();
  await page.locator("article[data-comment-id]").first().waitFor();
  await page.screenshot({path});
  await context.close();
}

await mkdir(to, {recursive: true});
const server = await Server.start();
const browser = await startBrowser();
try {
  await server.addModerator("mia", password);
  await fill(server);
  const looks = everything
    ? [1280, 390].flatMap((width) => ["light", "dark"].map((scheme) => [width, scheme]))
    : [[1280, "light"]];
  for (const [width, colorScheme] of looks) {
    const options = {viewport: {width, height: width > 600 ? 900 : 844}, colorScheme};
    const suffix = everything ? `-${width}-${colorScheme}` : "";
    await pictureOfArticle(browser, server, options, join(to, `article${suffix}.png`));
    await pictureOfDesk(browser, server, options, join(to, `desk${suffix}.png`));
  }
} finally {
  await browser.close();
  await server.discard();
}
