import { addCustomer, customerById } from "../access/customers.ts";
import { identifierKinds, ownIdentifierKinds, plainName } from "../access/customer-identifiers.ts";
import type { Customer } from "../complaint/events/parts.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import type { Store } from "../store/open-store.ts";

/** The customers of one provider's stories, each put into the directory when they first complain. */
export class DemoCustomers {
  readonly #store: Store;
  readonly #organisation: string;
  readonly #known = new Set<string>();

  constructor(store: Store, organisation: string) {
    this.#store = store;
    this.#organisation = organisation;
  }

  /** The customer as a complaint names them, with their id in the directory. `filled`: the pack's fields in that complaint. */
  async known(customer: Customer, filled: Record<string, unknown>): Promise<Customer> {
    const { name } = customer;
    if (name === undefined) return customer;
    const customerId = `${this.#organisation}-customer-${plainName(name).replaceAll(" ", "-")}`;
    if (!this.#known.has(customerId)) await this.#add(customerId, { ...customer, name }, filled);
    this.#known.add(customerId);
    return { ...customer, customerId };
  }

  async #add(
    customerId: string,
    customer: Customer & { name: string },
    filled: Record<string, unknown>,
  ): Promise<void> {
    const own = ownIdentifierKinds(this.#store.registry, this.#organisation).map(({ kind }) => kind);
    const written: Record<string, unknown> = {
      ...Object.fromEntries(own.map((kind) => [kind, filled[kind]])),
      phone: customer.phone,
      email: customer.email,
      contract: customer.contract,
      "service-number": customer.serviceNumber,
    };
    const identifiers = [...identifierKinds, ...own].flatMap((kind) => {
      const asWritten = written[kind];
      return typeof asWritten === "string" ? [{ kind, asWritten }] : [];
    });
    const { name, address, customerClass, consumer } = customer;
    const fields = { name, address, customerClass, consumer, identifiers };
    await writeInside(this.#store.pool, this.#organisation, async (connection) => {
      // There already after a start that was cut short.
      if (await customerById(connection, this.#organisation, customerId)) return;
      await addCustomer(connection, this.#organisation, customerId, fields);
    });
  }
}
