// Calls operations by their names in the API's description, and holds each answer to it.

import assert from "node:assert/strict";
import {request} from "node:http";

import {openSocket} from "./socket.mjs";

export const handshake = {
  "connection": "Upgrade",
  "upgrade": "websocket",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-version": "13",
};

/** Resolves to {status, headers, body}. Without `body`, a Content-Length is an empty promise. */
export function ask(url, method, headers, body) {
  return new Promise((resolve, reject) => {
    const asked = request(url, {method, headers, agent: false});  // A connection of its own.
    asked.on("error", reject);
    asked.on("upgrade", (answer, socket) => {
      socket.destroy();
      resolve({status: answer.statusCode, headers: answer.headers, body: ""});
    });
    asked.on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part)).on("end", () => {
        asked.destroy();
        resolve({status: answer.statusCode, headers: answer.headers, body: text});
      });
    });
    if (body === undefined && headers["content-length"]) asked.flushHeaders();
    else asked.end(body);
  });
}

export class CheckedApi {
  /** "operationId status" of every answer so far. */
  seen = new Set();

  constructor(server, document) {
    this.server = server;
    this.document = document;
  }

  /** `path` gives the template's parameters; what takes the rest of a path keeps its slashes. */
  url(id, {path = {}, query = ""} = {}) {
    const {path: template, item} = this.document.operations.get(id);
    const place = template.replace(/\{(\w+)\}/g, (_, name) =>
      name === "path" ? path[name] : encodeURIComponent(path[name]));
    return (item.servers ? this.server.opsUrl : this.server.url) + place + (query && `?${query}`);
  }

  /** Resolves to {status, headers, value} of an answer that is as the document says. */
  async call(id, {path, query, json, form, body, type, headers = {}} = {}) {
    const typed = form && String(new URLSearchParams(form));
    const sent = json === undefined ? typed : JSON.stringify(json);
    const sentType = type ?? (form ? "application/x-www-form-urlencoded" : "application/json");
    const text = body ?? sent;
    // Node gives no length by itself where a body is unusual, as with DELETE.
    const described = {"content-type": sentType, "content-length": Buffer.byteLength(text ?? "")};
    const all = {...(text === undefined ? {} : described), ...headers};
    const {method} = this.document.operations.get(id);
    const answer = await ask(this.url(id, {path, query}), method.toUpperCase(), all, text);
    const value = this.document.checkAnswer(id, answer);
    if (answer.status < 400) this.document.checkRequest(id, {query, type: sentType, body: text});
    this.seen.add(`${id} ${answer.status}`);
    return {...answer, value};
  }

  /** Calls an operation, which must answer with this status; resolves to the body. */
  async expect(status, id, request) {
    const answer = await this.call(id, request);
    assert.equal(answer.status, status, `${id} ${JSON.stringify(request)}: ${answer.body}`);
    return answer.value;
  }

  /** Asks for what the client has already. */
  async expectNotModified(id, request) {
    const {headers: {etag}} = await this.call(id, request);
    await this.expect(304, id, {...request, headers: {"if-none-match": etag}});
  }

  /** Connects a WebSocket whose messages `take` resolves to, each held to the document. */
  async follow(id, {headers, ...place}) {
    const {responses} = this.document.operations.get(id).operation;
    const schema = responses[101]["x-message"];
    const socket = await openSocket(this.url(id, place), headers);
    const take = async (fits) => {
      const message = await socket.message(fits);
      for (const each of socket.messages) this.document.validate(schema, each, `${id} sends`);
      return message;
    };
    return {take, close: socket.close};
  }
}
