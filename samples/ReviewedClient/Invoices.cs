using Shop;

namespace ReviewedClient;

/// <summary>What a program does with the answers of a service: lines that a changed document may break.</summary>
internal static class Invoices
{
    public static double Total(IEnumerable<Order> orders) => orders.Sum(order => order.Total);

    public static string Line(Order order) => $"{order.Id} {order.Buyer ?? "somebody"}: {order.Total:0.00} ({order.State})";

    public static Note Reminder(Order order) => new()
    {
        Text = $"{order.Id} is not paid yet.",
        IsUrgent = order.State == OrderState.Open,
    };
}
