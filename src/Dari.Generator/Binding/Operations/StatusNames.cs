using System;
using System.Globalization;
using System.Linq;
using System.Net;
using Dari.Generator.Binding.Naming;

namespace Dari.Generator.Binding.Operations;

/// <summary>Words for status codes: <c>201</c> is Created, <c>4XX</c> is Status4XX, <c>default</c> is Default.</summary>
internal static class StatusNames
{
    public static string Of(string status)
    {
        if (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && Enum.IsDefined(typeof(HttpStatusCode), code))
        {
            return ((HttpStatusCode)code).ToString() is "OK" ? "Ok" : ((HttpStatusCode)code).ToString();
        }

        return status.All(char.IsLetter) ? MemberNames.Pascal(status) : "Status" + MemberNames.Pascal(status).TrimStart('_');
    }
}
