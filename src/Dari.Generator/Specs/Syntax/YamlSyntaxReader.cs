using System;
using System.IO;
using System.Threading;
using Dari.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dari.Generator.Specs.Syntax;

/// <summary>Reads YAML into the tree that JSON is read into, from the events of YamlDotNet's parser.</summary>
internal sealed class YamlSyntaxReader
{
    private readonly YamlText _text;
    private readonly Parser _parser;
    private readonly StringPool _pool = new();
    private readonly YamlAnchors _anchors = new();
    private readonly MemberCollector _members;
    private readonly NodeStack<SpecNode> _items = new();
    private readonly YamlProblems _problems;
    private readonly CancellationToken _cancellationToken;
    private long _nodes;
    private long _aliasedNodes;
    private int _deepest;

    private YamlSyntaxReader(string text, ProblemList problems, CancellationToken cancellationToken)
    {
        _text = YamlText.Of(text);
        _parser = new Parser(new Scanner(new StringReader(_text.Text), skipComments: true));
        _members = new MemberCollector(problems);
        _problems = new YamlProblems(_text, _parser, problems);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The root of the first document, or <see langword="null"/> when it cannot be read; the problem says where.</summary>
    public static SpecNode? Read(string text, ProblemList problems, CancellationToken cancellationToken)
    {
        var reader = new YamlSyntaxReader(text, problems, cancellationToken);
        try
        {
            SpecNode? root = reader.ReadStream();
            if (root is null && !problems.HasErrors)
            {
                // The parser ends some malformed mappings without a word.
                reader._problems.ReportFailure("The YAML cannot be read any further");
            }

            return root;
        }
        catch (YamlException exception)
        {
            reader._problems.ReportFailure(exception);
            return null;
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The parser throws these for a few malformed tags and directives, without saying where.
            reader._problems.ReportUnfinished();
            return null;
        }
    }

    private SpecNode? ReadStream()
    {
        while (Next() is { } next)
        {
            switch (next)
            {
                case DocumentStart:
                    return ReadDocument();
                case StreamEnd:
                    return new SpecNode { Kind = SpecNodeKind.Null, Start = 0, End = 0 };
                default:
                    break;
            }
        }

        return null;
    }

    private SpecNode? ReadDocument()
    {
        SpecNode? root = ReadNode(Next(), depth: 0);
        if (root is null)
        {
            return null;
        }

        while (Next() is { } next)
        {
            if (next is DocumentStart second)
            {
                _problems.ReportSecondDocument(second);
                break;
            }
        }

        return root;
    }

    private SpecNode? ReadNode(ParsingEvent? next, int depth)
    {
        _nodes++;
        _deepest = Math.Max(_deepest, depth);
        switch (next)
        {
            case Scalar scalar:
                return ReadScalar(scalar);
            case AnchorAlias alias:
                return ReadAlias(alias, depth);
            case SequenceStart or MappingStart when depth >= SyntaxLimits.Depth:
                _problems.ReportDepth(Offset(next.Start));
                return null;
            case SequenceStart or MappingStart:
                return ReadContainer((NodeEvent)next, depth);
            default:
                return null;
        }
    }

    private SpecNode? ReadContainer(NodeEvent start, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        long nodesBefore = _nodes;
        int deepestBefore = _deepest;
        _deepest = depth;
        if (!start.Anchor.IsEmpty)
        {
            _anchors.Open(start.Anchor.Value);
        }

        SpecNode? node = start is SequenceStart ? ReadSequence(start, depth) : ReadMapping(start, depth);
        if (node is not null && !start.Anchor.IsEmpty)
        {
            _anchors.Close(start.Anchor.Value, node, _nodes - nodesBefore + 1, _deepest - depth + 1);
        }

        _deepest = Math.Max(_deepest, deepestBefore);
        return node;
    }

    private SpecNode ReadScalar(Scalar scalar)
    {
        (SpecNodeKind kind, string text) = YamlScalars.Resolve(scalar);
        int start = Offset(scalar.Start);
        int end = Offset(scalar.End);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            // The parser ends a block scalar at the next token.
            end = _text.TrimEnd(start, end);
        }

        var node = new SpecNode { Kind = kind, Start = start, End = end, Text = _pool.Get(_text.Restore(text)) };
        if (!scalar.Anchor.IsEmpty)
        {
            _anchors.Close(scalar.Anchor.Value, node, size: 1, height: 0);
        }

        return node;
    }

    private SpecNode? ReadAlias(AnchorAlias alias, int depth)
    {
        int start = Offset(alias.Start);
        int end = Offset(alias.End);
        if (!_anchors.TryGet(alias.Value.Value, out YamlAnchors.Anchor? anchor))
        {
            _problems.ReportSyntax(start, end, "No anchor '&" + alias.Value.Value + "' stands before this alias");
            return null;
        }

        if (anchor is null)
        {
            _problems.ReportLimit(start, end, "The alias '*" + alias.Value.Value + "' stands inside its own anchor");
            return null;
        }

        _nodes += anchor.Size;
        _aliasedNodes += anchor.Size;
        _deepest = Math.Max(_deepest, depth + anchor.Height);
        if (_aliasedNodes > SyntaxLimits.AliasedNodes)
        {
            _problems.ReportLimit(start, end, "The aliases of this document stand for more than a million values");
            return null;
        }

        if (_deepest > SyntaxLimits.Depth)
        {
            _problems.ReportDepth(start);
            return null;
        }

        SpecNode node = anchor.Node;

        // A container gets a node for each mention, so that two components that share one anchor stay two.
        return node.Kind is SpecNodeKind.Array or SpecNodeKind.Object
            ? new SpecNode { Kind = node.Kind, Start = start, End = end, Members = node.Members, Items = node.Items }
            : node;
    }

    private SpecNode? ReadSequence(NodeEvent start, int depth)
    {
        int mark = _items.Count;
        while (Next() is { } next)
        {
            if (next is SequenceEnd end)
            {
                int last = _items.Count == mark ? -1 : _items[_items.Count - 1].End;
                int offset = Offset(start.Start);
                return new SpecNode
                {
                    Kind = SpecNodeKind.Array,
                    Start = offset,
                    End = _text.ContainerEnd(offset, last, Offset(end.Start), '[', ']'),
                    Items = _items.PopFrom(mark),
                };
            }

            if (ReadNode(next, depth + 1) is not { } item)
            {
                return null;
            }

            _items.Push(item);
        }

        return null;
    }

    private SpecNode? ReadMapping(NodeEvent start, int depth)
    {
        int mark = _members.Mark;
        int first = -1;
        int last = -1;
        YamlMapping? merged = null;
        while (Next() is { } next)
        {
            if (next is MappingEnd end)
            {
                SpecMember[] own = _members.Close(mark);

                // A pair within brackets, [key: value], is a mapping without a place of its own.
                int offset = start.Start == Mark.Empty && first >= 0 ? first : Offset(start.Start);
                return new SpecNode
                {
                    Kind = SpecNodeKind.Object,
                    Start = offset,
                    End = _text.ContainerEnd(offset, last, Offset(end.Start), '{', '}'),
                    Members = merged?.Combine(own) ?? own,
                };
            }

            SpecNode? key = ReadNode(next, depth + 1);
            SpecNode? value = key is null ? null : ReadNode(Next(), depth + 1);
            if (key is null || value is null)
            {
                return null;
            }

            first = first < 0 ? Offset(next.Start) : first;
            last = Math.Max(last, value.End);
            if (next is Scalar { Value: "<<", Style: ScalarStyle.Plain })
            {
                merged ??= new YamlMapping();
                if (!merged.TryMerge(value, _members.Mark - mark))
                {
                    _problems.ReportKind(value, "'<<'", "a mapping or a list of mappings");
                }
            }
            else if (key.Kind is SpecNodeKind.Array or SpecNodeKind.Object)
            {
                _problems.ReportKind(key, "A key", "a word");
            }
            else
            {
                // 200, null and true are names here, and are said as they are written.
                string name = next is Scalar scalar ? _pool.Get(_text.Restore(scalar.Value)) : key.Text;
                _members.Add(new SpecMember(name, Offset(next.Start), Offset(next.End), value));
            }
        }

        return null;
    }

    private ParsingEvent? Next() => _parser.MoveNext() ? _parser.Current : null;

    private int Offset(Mark mark) => _text.ToOriginal(mark.Index);
}
