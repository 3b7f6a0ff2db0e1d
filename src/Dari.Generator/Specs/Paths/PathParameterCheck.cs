using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Schemas;

namespace Dari.Generator.Specs.Paths;

/// <summary>Makes the parameters of an operation agree with the holes of its path: each hole has one, and no other is sent.</summary>
internal sealed class PathParameterCheck(ReadContext context)
{
    public IReadOnlyList<ApiParameter> Complete(ApiPath path, SpecPlace operation, IReadOnlyList<ApiParameter> parameters)
    {
        IReadOnlyList<PathHole> holes = PathTemplate.Holes(path.Template);
        var complete = new List<ApiParameter>(parameters.Count);
        foreach (ApiParameter parameter in parameters)
        {
            if (parameter.In != ApiParameterLocation.Path || holes.Any(hole => IsFilledBy(hole, parameter)))
            {
                complete.Add(parameter);
            }
            else
            {
                context.Report(
                    DiagnosticDescriptors.PartLeftOut,
                    parameter.Node,
                    parameter.Pointer,
                    parameter.Pointer,
                    "the path has no {" + parameter.Name + "}");
            }
        }

        foreach (PathHole hole in holes)
        {
            if (!complete.Exists(parameter => CanFill(parameter, hole)))
            {
                complete.Add(Undeclared(path, hole, operation));
            }
        }

        return complete;
    }

    /// <summary>Behind a <c>?</c> a parameter of the query does as well.</summary>
    private static bool CanFill(ApiParameter parameter, PathHole hole) =>
        IsFilledBy(hole, parameter) && (parameter.In == ApiParameterLocation.Path || !hole.IsInPath);

    private static bool IsFilledBy(PathHole hole, ApiParameter parameter) =>
        string.Equals(hole.Text, parameter.Name, StringComparison.Ordinal)
        || string.Equals(hole.Name, parameter.Name, StringComparison.Ordinal);

    private ApiParameter Undeclared(ApiPath path, PathHole hole, SpecPlace operation)
    {
        SpecPointer place = operation.Pointer.Child("parameters");
        context.Report(
            DiagnosticDescriptors.UndeclaredPathParameter, path.NameNode, operation.Pointer.ToString(), hole.Name, path.Template);
        return new ApiParameter
        {
            Node = path.NameNode,
            Pointer = place.ToString(),
            Name = hole.Name,
            In = ApiParameterLocation.Path,
            IsRequired = true,
            Style = ApiParameterStyle.Simple,
            Schema = SchemaReader.Implied(new SpecPlace(path.NameNode, place.Child(hole.Name), operation.File), SchemaTypes.String),
        };
    }
}
