using System;
using System.Linq;
using System.Text.RegularExpressions;
using Dari.Generator.Model;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Webhooks;

/// <summary>Reads <c>x-webhook-signature</c>: how deliveries of the document's webhooks are signed.</summary>
internal sealed class SignatureBinder(BindingContext context)
{
    public const string Extension = "x-webhook-signature";
    private const string Standard = "standard-webhooks";

    private static readonly (string Wire, string Name)[] Algorithms =
        [("hmac-sha256", "HmacSha256"), ("hmac-sha512", "HmacSha512"), ("hmac-sha1", "HmacSha1")];

    private static readonly (string Wire, string Name)[] MacEncodings = [("hex", "Hex"), ("base64", "Base64")];
    private static readonly (string Wire, string Name)[] SecretEncodings = [.. MacEncodings, ("text", "Text")];

    private static readonly Regex Holes = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary><see langword="null"/> when the document does not say, or says something that does not hold.</summary>
    public SignatureModel? Bind()
    {
        if (context.Document.Extension(Extension) is not { Kind: not SpecNodeKind.Null } node)
        {
            return null;
        }

        var root = new ExtensionObject(context, node, "#/" + Extension);
        if (root.OneOf("scheme", ("hmac", "Hmac"), (Standard, Standard)) == Standard)
        {
            root.Only("scheme", "tolerance");
            int? tolerance = root.Seconds("tolerance");
            return root.IsSound ? new SignatureModel { IsStandard = true, ToleranceSeconds = tolerance } : null;
        }

        return Hmac(root);
    }

    private static SignatureModel? Hmac(ExtensionObject root)
    {
        root.Only("scheme", "header", "algorithm", "encoding", "format", "separator", "content", "timestamp", "id", "version", "secret", "tolerance");
        ExtensionObject? timestamp = root.Child("timestamp")?.Only("header", "entry");
        ExtensionObject? id = root.Child("id")?.Only("header", "member");
        ExtensionObject? version = root.Child("version")?.Only("header", "value");
        ExtensionObject? secret = root.Child("secret")?.Only("encoding", "prefix");
        var model = new SignatureModel
        {
            Header = root.HeaderName("header"),
            Algorithm = root.OneOf("algorithm", Algorithms),
            Encoding = root.OneOf("encoding", MacEncodings),
            Format = root.Text("format", text => Regex.Matches(text, @"\{mac\}").Count == 1 ? null : "it should have {mac} in it once"),
            Separator = root.Text("separator"),
            Content = root.Text("content", Content),
            TimestampHeader = timestamp?.HeaderName("header"),
            TimestampEntry = timestamp?.Text("entry"),
            IdHeader = id?.HeaderName("header"),
            IdMember = id?.Text("member"),
            VersionHeader = version?.HeaderName("header"),
            Version = version?.Text("value"),
            Secret = secret?.OneOf("encoding", SecretEncodings),
            SecretPrefix = secret?.Text("prefix"),
            ToleranceSeconds = root.Seconds("tolerance"),
        };
        Check(root, model);
        return new[] { root, timestamp, id, version, secret }.All(part => part is null or { IsSound: true }) ? model : null;
    }

    private static void Check(ExtensionObject root, SignatureModel model)
    {
        if (!root.Has("header"))
        {
            root.Report("it should have a 'header' with the signature");
        }

        if (model.Content?.Contains("{timestamp}") == true && !root.Has("timestamp"))
        {
            root.Report("a {timestamp} is signed, but no 'timestamp' says where it stands");
        }

        if (model.Content?.Contains("{id}") == true && !root.Has("id"))
        {
            root.Report("an {id} is signed, but no 'id' says where it stands");
        }
        else if (model.Content?.Contains("{id}") == true && model.IdHeader is null)
        {
            root.Report("an {id} that is signed has to stand in a header");
        }
    }

    private static string? Content(string text)
    {
        string[] holes = Holes.Matches(text).Cast<Match>().Select(match => match.Value).ToArray();
        bool isClean = Holes.Replace(text, "").IndexOfAny(['{', '}']) < 0;
        return isClean && holes.Contains("{body}") && holes.All(hole => hole is "{body}" or "{timestamp}" or "{id}")
            ? null
            : "it should be made of {body}, {timestamp}, {id} and text, and have {body} in it";
    }
}
