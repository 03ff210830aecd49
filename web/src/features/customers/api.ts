// Customers' records in the browser, and one's own. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type {
  Address,
  AddressIn,
  AnswersIn,
  Contact,
  Customer,
  Filled,
  Merge,
  MergePreview,
  MyDetails,
  MyPreferences,
  Page,
  Wanted,
} from "./rules";

const of = (customer_id: string) => ({ params: { path: { customer_id } } });
const at = (customer_id: string, address_id: string) => ({ params: { path: { customer_id, address_id } } });
const mine = (address_id: string) => ({ params: { path: { address_id } } });
const seen = (revision: number) => ({ headers: { "If-Match": `"${revision}"` } });

export async function findCustomers(body: Wanted & { limit?: number }, signal?: AbortSignal): Promise<Page> {
  const found = await read(
    api.POST("/api/customers/search", { body: { limit: 25, ...body }, ...(signal && { signal }) }),
  );
  return { customers: found.items, next: found.next_cursor ?? null };
}

export const fetchCustomer = (id: string): Promise<Customer> =>
  read(api.GET("/api/customers/{customer_id}", of(id)));

export const addCustomer = (body: Contact): Promise<Customer> => read(api.POST("/api/customers", { body }));

/** Refused with 412 when it is no longer the one with this revision. */
export const saveCustomer = (id: string, body: Contact, revision: number): Promise<Customer> =>
  read(api.PUT("/api/customers/{customer_id}", { ...of(id), ...seen(revision), body }));

export const archiveCustomer = (id: string): Promise<Customer> =>
  read(api.POST("/api/customers/{customer_id}/archive", of(id)));

export const restoreCustomer = (id: string): Promise<Customer> =>
  read(api.POST("/api/customers/{customer_id}/restore", of(id)));

export const writeNote = (id: string, text: string): Promise<Customer> =>
  read(api.POST("/api/customers/{customer_id}/notes", { ...of(id), body: { text } }));

export const removeNote = (customer_id: string, note_id: string): Promise<Customer> =>
  read(
    api.DELETE("/api/customers/{customer_id}/notes/{note_id}", {
      params: { path: { customer_id, note_id } },
    }),
  );

export const setTags = (id: string, tags: string[]): Promise<Customer> =>
  read(api.PUT("/api/customers/{customer_id}/tags", { ...of(id), body: { tags } }));

/** What the page of an address book does, whoever's it is. Each answers with all addresses as they are then. */
export type Book = {
  add: (body: AddressIn) => Promise<Address[]>;
  save: (id: string, body: AddressIn, revision: number) => Promise<Address[]>;
  remove: (id: string) => Promise<Address[]>;
  makeUsual: (id: string) => Promise<Address[]>;
};

/** The addresses of a customer; the whole record that comes back goes to `taken`. */
export function bookOf(id: string, taken: (record: Customer) => void): Book {
  const told = async (record: Promise<Customer>) => {
    const found = await record;
    taken(found);
    return found.addresses;
  };
  const path = "/api/customers/{customer_id}/addresses/{address_id}" as const;
  return {
    add: (body) => told(read(api.POST("/api/customers/{customer_id}/addresses", { ...of(id), body }))),
    save: (address, body, revision) =>
      told(read(api.PUT(path, { ...at(id, address), ...seen(revision), body }))),
    remove: (address) => told(read(api.DELETE(path, at(id, address)))),
    makeUsual: (address) =>
      told(read(api.POST("/api/customers/{customer_id}/addresses/{address_id}/usual", at(id, address)))),
  };
}

export const ownBook: Book = {
  add: (body) => read(api.POST("/api/my/addresses", { body })),
  save: (address, body, revision) =>
    read(api.PUT("/api/my/addresses/{address_id}", { ...mine(address), ...seen(revision), body })),
  remove: (address) => read(api.DELETE("/api/my/addresses/{address_id}", mine(address))),
  makeUsual: (address) => read(api.POST("/api/my/addresses/{address_id}/usual", mine(address))),
};

/** One's saved addresses; none for anybody who is not signed in as a customer. */
export async function savedAddresses(): Promise<Address[]> {
  const me = await read(api.GET("/api/me"));
  return me.role === "customer" ? read(api.GET("/api/my/addresses")) : [];
}

export const previewMerge = (kept: string, absorbed_id: string): Promise<MergePreview> =>
  read(api.POST("/api/customers/{customer_id}/merge/preview", { ...of(kept), body: { absorbed_id } }));

export const mergeInto = (kept: string, absorbed_id: string, account_may_see: boolean): Promise<Merge> =>
  read(
    api.POST("/api/customers/{customer_id}/merge", { ...of(kept), body: { absorbed_id, account_may_see } }),
  );

export const undoMerge = (merge_id: string): Promise<Merge> =>
  read(api.POST("/api/merges/{merge_id}/undo", { params: { path: { merge_id } } }));

/** Refused with 412 when the details were changed elsewhere since they were read. */
export const saveMyDetails = (body: { name: string; phone: string }, revision: number): Promise<MyDetails> =>
  read(api.PUT("/api/my/details", { ...seen(revision), body }));

export const saveMyPreferences = (body: MyPreferences): Promise<MyPreferences> =>
  read(api.PUT("/api/my/preferences", { body }));

/** What a form of fields does, whoever's record it is; each answers with how the business's fields stand then. */
export type Fields = {
  save: (answers: AnswersIn, revision: number) => Promise<Filled>;
  send: (field_id: string, file: File) => Promise<Filled>;
};

function asForm(file: File) {
  const form = new FormData();
  form.append("file", file);
  // The document calls the bytes of a file a string.
  return { body: form as unknown as { file: string }, bodySerializer: (body: unknown) => body as FormData };
}

function ofBusiness(found: readonly Filled[], slug: string): Filled {
  const filled = found.find(({ business }) => business === slug);
  if (!filled) throw new Error(`no fields of ${slug}`);
  return filled;
}

/** The fields of a business in a customer's record; the whole record that comes back goes to `taken`. */
export function fieldsOf(customer_id: string, slug: string, taken: (record: Customer) => void): Fields {
  const told = async (record: Promise<Customer>) => {
    const found = await record;
    taken(found);
    return ofBusiness(found.fields, slug);
  };
  return {
    save: (answers, revision) =>
      told(
        read(
          api.PATCH("/api/customers/{customer_id}/fields/{slug}", {
            params: { path: { customer_id, slug } },
            ...seen(revision),
            body: { answers },
          }),
        ),
      ),
    send: (field_id, file) =>
      told(
        read(
          api.POST("/api/customers/{customer_id}/fields/{slug}/{field_id}", {
            params: { path: { customer_id, slug, field_id } },
            ...asForm(file),
          }),
        ),
      ),
  };
}

/** What a business asks oneself. */
export function ownFields(slug: string): Fields {
  const told = async (all: Promise<Filled[]>) => ofBusiness(await all, slug);
  return {
    save: (answers, revision) =>
      told(
        read(
          api.PATCH("/api/my/fields/{slug}", {
            params: { path: { slug } },
            ...seen(revision),
            body: { answers },
          }),
        ),
      ),
    send: (field_id, file) =>
      told(
        read(
          api.POST("/api/my/fields/{slug}/{field_id}", {
            params: { path: { slug, field_id } },
            ...asForm(file),
          }),
        ),
      ),
  };
}

/** As they stand now, after somebody else changed them. */
export const fetchMyFields = (): Promise<Filled[]> => read(api.GET("/api/my/fields"));
