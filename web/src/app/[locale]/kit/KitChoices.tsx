"use client";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { PriceTag } from "@/components/ui/PriceTag";
import { QuantityStepper } from "@/components/ui/QuantityStepper";
import { useToast } from "@/components/ui/Toast";

export function KitChoices() {
  const [count, setCount] = useState(2);
  const toast = useToast();
  return (
    <>
      <ChoiceGroup name="service" legend="What would you like?" help="You can add extras on the next page.">
        <ChoiceCard
          name="service"
          value="regular"
          defaultChecked
          title="Regular clean"
          end={<PriceTag price={{ amount: 3200, currency: "GBP" }} note="an hour" />}
        >
          Kitchen, bathrooms, floors and dusting.
        </ChoiceCard>
        <ChoiceCard
          name="service"
          value="deep"
          title="Deep clean"
          end={<PriceTag price={{ amount: 4100, currency: "GBP" }} note="an hour" />}
        >
          Everything of a regular clean, and inside cupboards, oven and fridge.
        </ChoiceCard>
        <ChoiceCard name="service" value="move" title="End of tenancy" disabled>
          Not offered at your postcode.
        </ChoiceCard>
      </ChoiceGroup>
      <QuantityStepper name="bathrooms" label="Bathrooms" value={count} onChange={setCount} min={1} max={6} />
      <div>
        <Button onClick={() => toast("Address saved", { undo: () => toast("The old address is back") })}>
          Show a message
        </Button>
      </div>
    </>
  );
}
