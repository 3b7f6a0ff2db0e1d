using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Paging;

/// <summary>Where a page has its items, and what leads to the next one. Places are JSON pointers;
/// <paramref name="List"/> is the shape of the list at <paramref name="Items"/>.</summary>
internal sealed record PageForm(
    PageStyle Style, SchemaShape List, string Items, string? Parameter, string? Next, string? HasMore, int? First);
