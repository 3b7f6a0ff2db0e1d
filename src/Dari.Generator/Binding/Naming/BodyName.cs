using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Naming;

/// <summary>The argument that takes a body, named once those of the parameters are known.</summary>
/// <param name="Scope">Names of the other arguments.</param>
/// <param name="Asked">What an extension calls it.</param>
internal readonly record struct BodyName(NameScope Scope, string? Asked)
{
    /// <param name="roles">What a body of its kind is called, from the most wanted to the least.</param>
    public Identifier Take(params string[] roles) =>
        Scope.Take(Asked is null ? roles : roles.Prepend(MemberNames.Camel(Asked)).ToArray());
}
