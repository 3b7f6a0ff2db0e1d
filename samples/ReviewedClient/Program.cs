using ReviewedClient;
using Shop;

// The shop answers within this process; without the handler the same program calls https://shop.example.
using var http = new HttpClient(new RecordedShop());
using var shop = new ShopClient(http);

IReadOnlyList<Order> orders = await shop.Orders.ListAsync(new DateOnly(2026, 3, 1));
Console.WriteLine($"{orders.Count} orders, {Invoices.Total(orders):0.00} in all");
foreach (Order order in orders)
{
    Console.WriteLine(Invoices.Line(order));
}

await shop.Orders.AddNoteAsync(orders[0].Id, Invoices.Reminder(orders[0]));
