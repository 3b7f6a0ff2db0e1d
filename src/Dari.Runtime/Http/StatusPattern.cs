using System.Globalization;

namespace Dari.Http;

/// <summary>A status as documents write it: <c>404</c>, <c>4XX</c> or <c>default</c>.</summary>
internal readonly record struct StatusPattern(int Status, int Exactness)
{
    private const int Default = 0;
    private const int Range = 1;
    private const int Exact = 2;

    internal bool IsDefault => Exactness == Default;

    internal static StatusPattern Parse(string status)
    {
        ArgumentException.ThrowIfNullOrEmpty(status);
        if (status == "default")
        {
            return new StatusPattern(0, Default);
        }

        bool isRange = status.Length == 3 && status.EndsWith("XX", StringComparison.OrdinalIgnoreCase);
        string digits = isRange ? status[..1] : status;
        bool isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && (isRange ? number is >= 1 and <= 5 : number is >= 100 and <= 599)
            ? new StatusPattern(number, isRange ? Range : Exact)
            : throw new ArgumentException($"\"{status}\" is not a status such as 404, 4XX or default.", nameof(status));
    }

    internal bool Matches(int status) => Exactness switch
    {
        Exact => status == Status,
        Range => status / 100 == Status,
        _ => true,
    };
}
