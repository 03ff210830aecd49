"use client";
// A customer's own address book.
import { ownBook } from "../api";
import type { Address } from "../rules";
import { AddressBook } from "./AddressBook";

export function OwnAddresses({ addresses }: { addresses: Address[] }) {
  return <AddressBook addresses={addresses} book={ownBook} />;
}
