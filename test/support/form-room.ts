import { inferPlan } from '../../src/submitters/infer-plan.js';
import type { SubmissionPlan } from '../../src/submitters/plan.js';

/** A service as `form-services.mjs` describes it. */
export interface PlayedService {
  /** An address of the real one, from which its plan is inferred. */
  readonly real: string;
  readonly protocol?: string;
  readonly extra?: readonly (readonly [string, string])[];
  /** Its refusals name no field. */
  readonly hasNoField?: boolean;
  /** It answers without JSON: any 2xx is success. */
  readonly isBlunt?: boolean;
}

/** One POST that reached the server. */
export interface LedgerEntry {
  readonly service: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly encoding?: string;
  readonly email?: string;
  readonly isStored: boolean;
}

const setup = (await (await fetch('/form-server.json')).json()) as {
  readonly origin: string;
  readonly services: Readonly<Record<string, PlayedService>>;
};

export const { services } = setup;

let count = 0;

/** A part of the form server that only one test uses. */
export class FormRoom {
  readonly #base = `${setup.origin}/${performance.timeOrigin}-${++count}`;

  /** The plan for a service that behaves so, as it is inferred from the real one's address. */
  plan(name: string, behaviour: string): SubmissionPlan & { readonly protocol: string } {
    const service = services[name];
    if (!service) throw new Error(`no service ${name}`);
    const { real, protocol, extra = [] } = service;
    const action = new URL(real);
    const plan = inferPlan({
      action,
      protocol: protocol ?? null,
      pageOrigin: name.startsWith('own-') ? action.origin : 'https://partner.example',
      hasOwnForm: false,
    });
    return {
      ...plan,
      action: `${this.#base}/${name}/${behaviour}${action.pathname}${action.search}`,
      extra: [...(plan.extra ?? []), ...extra],
    };
  }

  /** An address of this room that behaves so. */
  address(name: string, behaviour: string): string {
    return this.plan(name, behaviour).action;
  }

  /** The POSTs that reached this room, as soon as there are so many. */
  async posts(atLeast = 0): Promise<readonly LedgerEntry[]> {
    return (await (await fetch(`${this.#base}/ledger?posts=${atLeast}`)).json()) as LedgerEntry[];
  }
}
