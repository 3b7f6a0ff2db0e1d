using Dari;
using Dari.Benchmarks.Shop;

using var client = new ShopClient(new ClientOptions { BaseUrl = new Uri(args[0]) });
Order order = await client.Orders.GetAsync("ord_1");
Console.WriteLine(order.Id);
