using System.Threading;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Naming.Operations;
using Dari.Generator.Binding.Naming.Types;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding;

/// <summary>What the binders of one document share.</summary>
internal sealed class BindingContext
{
    public BindingContext(ClientRequest request, ApiDocument document, ProblemList problems, CancellationToken cancellationToken)
    {
        Request = request;
        Document = document;
        Problems = problems;
        CancellationToken = cancellationToken;
        Inheritance = new Inheritance(document);
        Classifier = new SchemaClassifier(Folder, Inheritance);
        Usage = new SchemaUsage(document, Inheritance);
        Overrides = new NameOverrides(problems);
        Members = new MemberNaming(Overrides, problems);
        EnumNames = new EnumNames(Overrides);
        Prefixes = new OperationPrefixes(document);
        FastApi = new FastApiBodies(document, Prefixes);
        TypeNames = new TypeNames(this);
        Schemas = new SchemaBinder(this);
    }

    public ClientRequest Request { get; }

    public ApiDocument Document { get; }

    public ProblemList Problems { get; }

    public CancellationToken CancellationToken { get; }

    public TypeTable Types { get; } = new();

    public ShapeFolder Folder { get; } = new();

    public Inheritance Inheritance { get; }

    public SchemaClassifier Classifier { get; }

    public SchemaUsage Usage { get; }

    public NameOverrides Overrides { get; }

    public MemberNaming Members { get; }

    public EnumNames EnumNames { get; }

    public OperationPrefixes Prefixes { get; }

    public FastApiBodies FastApi { get; }

    public TypeNames TypeNames { get; }

    public SchemaBinder Schemas { get; }

    /// <summary>Says that something is not called what it would be called if the name were free.</summary>
    /// <param name="node">What is named.</param>
    /// <param name="what">Its pointer, and where that is not enough what of it.</param>
    /// <param name="wished">The first candidate; <see langword="null"/>: it has its wish.</param>
    /// <param name="name">What it is called.</param>
    public void ReportClash(SpecNode node, string what, string? wished, Identifier name)
    {
        if (wished is not null && wished != name.Plain)
        {
            Problems.Add(DiagnosticDescriptors.NameClash, node, what, wished, name.Plain);
        }
    }
}
