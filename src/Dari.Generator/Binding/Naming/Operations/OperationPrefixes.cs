using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming.Operations;

/// <summary>
/// The word that the types of an operation begin with: its operationId, as in <c>CreatePetRequest</c>. Where an id says too
/// little (one word, or used by several operations) its tag and path come before and after it.
/// </summary>
internal sealed class OperationPrefixes
{
    private readonly Dictionary<ApiOperation, string> _prefixes = [];

    public OperationPrefixes(ApiDocument document)
    {
        ApiOperation[] all = document.Operations.Concat(document.Webhooks).Distinct().ToArray();
        Identifier[] names = NameContest.Settle(new NameScope(), all.Select(Prefix).ToArray());
        for (int i = 0; i < all.Length; i++)
        {
            _prefixes[all[i]] = names[i].Plain;
        }
    }

    public string Of(ApiOperation operation) => _prefixes[operation];

    private static Contender Prefix(ApiOperation operation) => new(Candidates(operation));

    private static IEnumerable<string?> Candidates(ApiOperation operation)
    {
        var words = new OperationWords(operation);
        string[] tag = operation.Tags.Count > 0 ? WithoutRepetition(Words.Split(operation.Tags[0]), words.All) : [];
        string[] nouns = words.Path.Nouns();
        yield return words.All.Count < 2 && words.HasId && tag.Length + nouns.Length > 0 ? null : Join(words.All);
        yield return Join([.. tag, .. words.All]);
        yield return Join([.. tag, .. words.All, .. nouns]);
        yield return Join([.. tag, .. words.All, .. nouns, operation.Method, .. words.By(), .. words.Path.Version]);
        yield return MemberNames.Pascal(SymbolWords.SpellCapitals(operation.Method.ToLowerInvariant() + operation.Path));
    }

    /// <summary>"search" under the tag Search is Search, not SearchSearch.</summary>
    private static string[] WithoutRepetition(List<string> tag, IReadOnlyList<string> words)
    {
        bool isRepeated = tag.Count > 0 && words.Count > 0 && Singular.Matches(tag[tag.Count - 1], words[0]);
        return tag.Take(isRepeated ? tag.Count - 1 : tag.Count).ToArray();
    }

    private static string Join(IEnumerable<string> words) => MemberNames.Pascal(string.Join(" ", words));
}
