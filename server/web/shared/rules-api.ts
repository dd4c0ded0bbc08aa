// The calls about rules.

import type { DeskApi } from "./desk-api.ts";
import { ApiError } from "./request.ts";
import type {
  Backtest,
  NewBacktest,
  NewRules,
  NewTrial,
  ReasonStatistics,
  Rules,
  RulesDifferences,
  RulesList,
  Trial,
} from "./rules-types.ts";

/** As DeskApi, whose session it shares. */
export class RulesApi {
  readonly #desk: DeskApi;

  constructor(desk: DeskApi) {
    this.#desk = desk;
  }

  list(): Promise<RulesList> {
    return this.#desk.call("GET", "/rules");
  }

  version(version: string): Promise<Rules> {
    return this.#desk.call("GET", `/rules/versions/${encodeURIComponent(version)}`);
  }

  /** Tells its version; throws "invalid_rules" with everything that is wrong with them. */
  async keep(rules: NewRules): Promise<string> {
    return (await this.#desk.call<{ version: string }>("POST", "/rules/versions", rules)).version;
  }

  async activate(version: string, note: string): Promise<void> {
    await this.#desk.call("POST", "/rules/activations", { version, note });
  }

  differences(from: string, to: string): Promise<RulesDifferences> {
    return this.#desk.call("GET", `/rules/differences?${new URLSearchParams({ from, to })}`);
  }

  /** Changes nothing and keeps nothing. */
  trial(trial: NewTrial): Promise<Trial> {
    return this.#desk.call("POST", "/rules/trials", trial);
  }

  /** Tells its id. */
  async startBacktest(backtest: NewBacktest): Promise<string> {
    return (await this.#desk.call<{ id: string }>("POST", "/rules/backtests", backtest)).id;
  }

  backtest(id: string): Promise<Backtest> {
    return this.#desk.call("GET", `/rules/backtests/${encodeURIComponent(id)}`);
  }

  /** Of the days from `since` up to `until`; empty where the server keeps no statistics. */
  async reasons(since: string, until: string): Promise<ReasonStatistics[]> {
    try {
      const query = new URLSearchParams({ since, until, by: "day" });
      const { reasons } = await this.#desk.call<{ reasons: ReasonStatistics[] }>(
        "GET",
        `/statistics?${query}`,
      );
      return reasons;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return [];
      throw error;
    }
  }
}
