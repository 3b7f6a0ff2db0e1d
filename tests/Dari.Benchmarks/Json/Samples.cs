using System.Globalization;
using System.Text.Json;
using Dari.Benchmarks.Json.Plain;

namespace Dari.Benchmarks.Json;

/// <summary>The JSON that both sides read and write, made by the plain classes from a seed.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly List<Order> Orders = [.. Enumerable.Range(0, 100).Select(Order)];

    public static readonly List<Repository> Repositories = [.. Enumerable.Range(0, 100).Select(Repository)];

    public static readonly Wide Wide = MakeWide();

    public static byte[] Utf8(List<Order> orders) => JsonSerializer.SerializeToUtf8Bytes(orders, PlainContext.Default.ListOrder);

    public static byte[] Utf8(List<Repository> repositories) =>
        JsonSerializer.SerializeToUtf8Bytes(repositories, PlainContext.Default.ListRepository);

    public static byte[] Utf8(Wide wide) => JsonSerializer.SerializeToUtf8Bytes(wide, PlainContext.Default.Wide);

    /// <summary>The members of an object the other way round.</summary>
    public static byte[] Shuffled(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var random = new Random(1);
        JsonProperty[] members = [.. document.RootElement.EnumerateObject()];
        random.Shuffle(members);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in members)
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static Order Order(int i) => new()
    {
        Id = "ord_" + i.ToString("x8", CultureInfo.InvariantCulture),
        Number = i % 3 == 0 ? null : i,
        PlacedAt = Start.AddMinutes(i),
        Status = (i % 3) switch { 0 => "pending", 1 => "paid", _ => "shipped" },
        Customer = new Customer { Id = new Guid(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), Name = "Ada Lovelace", Email = "ada@example.com" },
        Items = [.. Enumerable.Range(0, 3).Select(item => new OrderItem { Sku = "SKU-" + item, Quantity = item + 1, Price = 12.50m + item })],
        Labels = new() { ["channel"] = "web", ["region"] = "eu-west" },
        Note = i % 2 == 0 ? null : "Ring twice, the bell is \"soft\".",
        Total = 49.95m + i,
        Paid = i % 2 == 0,
    };

    private static Repository Repository(int i)
    {
        string url = "https://api.example.com/repos/acme/repository-" + i.ToString(CultureInfo.InvariantCulture) + "/";
        var members = typeof(Repository).GetProperties();
        var repository = (Repository)Activator.CreateInstance(typeof(Repository))!;
        foreach (var member in members)
        {
            member.SetValue(repository, Value(member.PropertyType, member.Name, url, i));
        }

        return repository;
    }

    private static Wide MakeWide()
    {
        var wide = new Wide();
        foreach (var member in typeof(Wide).GetProperties())
        {
            member.SetValue(wide, Value(member.PropertyType, member.Name, "value of ", 7));
        }

        return wide;
    }

    private static object? Value(Type type, string name, string prefix, int i) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => name is "Visibility" ? "public" : prefix + name,
        var number when number == typeof(long) => 4_294_967_296L + i,
        var number when number == typeof(int) => i,
        var number when number == typeof(double) => i + 0.25,
        var flag when flag == typeof(bool) => i % 2 == 0,
        var date when date == typeof(DateTimeOffset) => Start.AddHours(i),
        var list when list == typeof(List<string>) => new List<string> { "compiler", "openapi", "dotnet" },
        var other => Filled(other, prefix, i),
    };

    private static object Filled(Type type, string prefix, int i)
    {
        object made = Activator.CreateInstance(type)!;
        foreach (var member in type.GetProperties())
        {
            member.SetValue(made, Value(member.PropertyType, member.Name, prefix, i));
        }

        return made;
    }
}
