using System;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Addresses of servers.</summary>
internal static class Servers
{
    /// <summary>With the defaults of its variables filled in; <see langword="null"/> when it does not name a host.</summary>
    public static string? Absolute(ApiServer server)
    {
        string url = server.Url;
        foreach (ApiServerVariable variable in server.Variables)
        {
            url = url.Replace("{" + variable.Name + "}", variable.Default);
        }

        bool isHttp = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        return isHttp && Uri.TryCreate(url, UriKind.Absolute, out _) ? url.TrimEnd('/') : null;
    }
}
