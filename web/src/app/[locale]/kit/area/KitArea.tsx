"use client";
import { Badge, Button, Group, Paper, Select, Stack, Switch, Table, Tabs, TextInput } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { notifications } from "@mantine/notifications";

const rows = [
  ["09:00–11:00", "Regular clean", "SW1A 1AA"],
  ["12:30–14:30", "Deep clean", "SE1 7PB"],
  ["15:30–16:30", "Ironing", "E1 6AN"],
];

export function KitArea() {
  return (
    <Stack gap="lg">
      <Tabs defaultValue="list">
        <Tabs.List>
          <Tabs.Tab value="list">List</Tabs.Tab>
          <Tabs.Tab value="hours">Hours</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list" pt="md">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Time</Table.Th>
                <Table.Th>Visit</Table.Th>
                <Table.Th>Postcode</Table.Th>
                <Table.Th>State</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(([time, visit, postcode]) => (
                <Table.Tr key={time}>
                  <Table.Td>{time}</Table.Td>
                  <Table.Td>{visit}</Table.Td>
                  <Table.Td>{postcode}</Table.Td>
                  <Table.Td>
                    <Badge variant="light">Confirmed</Badge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Tabs.Panel>
        <Tabs.Panel value="hours" pt="md">
          <Switch label="Free on Mondays" />
        </Tabs.Panel>
      </Tabs>
      <Group align="end">
        <TextInput label="Customer" placeholder="Name or postcode" />
        <Select label="State" data={["Confirmed", "Completed"]} defaultValue="Confirmed" />
        <Button onClick={() => notifications.show({ message: "The visit is marked as done" })}>
          Mark as done
        </Button>
        <Button variant="default">Call the customer</Button>
      </Group>
      <Paper withBorder p="md" w="fit-content">
        <DatePicker
          defaultDate="2026-06-01"
          ariaLabels={{ nextMonth: "Next month", previousMonth: "Month before" }}
        />
      </Paper>
    </Stack>
  );
}
