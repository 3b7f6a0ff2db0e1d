using Dari.Benchmarks.Calls;
using Dari.Benchmarks.Json.Plain;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
Order order = await new HandWritten(http).GetOrderAsync("ord_1");
Console.WriteLine(order.Id);
