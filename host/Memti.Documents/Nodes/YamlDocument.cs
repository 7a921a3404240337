using System.Globalization;
using Memti.Documents.Codes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Memti.Documents.Nodes;

/// <summary>
/// Turns YAML text into values that know their place. Reads events, so that duplicate keys are findings and aliases stay bounded.
/// </summary>
public sealed class YamlDocument
{
    private const string CoreTags = "tag:yaml.org,2002:";
    private static readonly string[] TextTags = ["!", CoreTags + "str"];

    private readonly DocumentOrigin _origin;
    private readonly FindingList _findings;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly int _lines;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private int _values;

    private YamlDocument(string text, DocumentOrigin origin, FindingList findings)
    {
        (_origin, _findings, _lines) = (origin, findings, text.AsSpan().TrimEnd('\n').Count('\n') + 1);
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The root value; null when there is none or when the text is not well-formed, which is then a finding.</summary>
    public static Node? Read(string text, DocumentOrigin origin, FindingList findings)
    {
        YamlDocument document = new(text, origin, findings);
        try
        {
            return document.ReadRoot();
        }
        catch (YamlException error)
        {
            document.Refuse(error.Start, error.Message);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException)
        {
            // YamlDotNet's scanner reports some broken texts so, for lack of a token that it expected.
            document.Refuse(document._scanner.CurrentPosition, "something before this place is not closed or does not belong there");
        }

        return null;
    }

    private void Refuse(Mark mark, string what)
    {
        SourceLocation place = _origin.Place(Math.Clamp(mark.Line, 1, _lines), mark.Column, _origin.Key);
        _findings.Add(_origin.SyntaxCode, place, $"not well-formed YAML: {what.TrimEnd('.').ReplaceLineEndings(" ")}.");
    }

    private Node? ReadRoot()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
            return Empty();
        _parser.Consume<DocumentStart>();
        Node root = ReadNode(_origin.Key, 1);
        _parser.Consume<DocumentEnd>();
        if (!_parser.TryConsume<StreamEnd>(out _))
            throw Refused("a second document; permitted: one");
        return root.IsNull && _origin.EmptyCode is not null ? Empty() : root;
    }

    private Node? Empty()
    {
        if (_origin.EmptyCode is not null)
            _findings.Add(_origin.EmptyCode, _origin.Place(1, 1, _origin.Key), "the file is empty.");
        return null;
    }

    private Node ReadNode(string key, int depth)
    {
        if (depth > DocumentLimits.Depth)
            throw Refused(string.Create(CultureInfo.InvariantCulture, $"values nested too deep; permitted: {DocumentLimits.Depth} levels"));
        if (_parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
            return ReadAlias(alias, key, depth);
        Count(1);
        AnchorName anchor = _parser.Current is NodeEvent start ? start.Anchor : AnchorName.Empty;
        RefuseForeignTag();
        Node node = _parser.Current switch
        {
            MappingStart => ReadMapping(key, depth),
            SequenceStart => ReadSequence(key, depth),
            _ => ReadScalar(key),
        };
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = node;
        return node;
    }

    private ScalarNode ReadScalar(string key)
    {
        Scalar scalar = _parser.Consume<Scalar>();
        bool plain = scalar.Style == ScalarStyle.Plain && !(scalar.Tag is { IsEmpty: false } tag && TextTags.Contains(tag.ToString()));
        return new ScalarNode(PlaceOf(scalar, key), scalar.Value, plain);
    }

    private SequenceNode ReadSequence(string key, int depth)
    {
        SequenceStart start = _parser.Consume<SequenceStart>();
        List<Node> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(SequenceNode.ItemKey(key, items.Count), depth + 1));
        return new SequenceNode(PlaceOf(start, key), items);
    }

    private MappingNode ReadMapping(string key, int depth)
    {
        SourceLocation place = PlaceOf(_parser.Consume<MappingStart>(), key);
        List<MappingEntry> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
            if (ReadEntry(place, depth) is { } entry && IsFirst(entry, keys))
                entries.Add(entry);
        return new MappingNode(place, entries);
    }

    private MappingEntry? ReadEntry(SourceLocation parent, int depth)
    {
        Node keyNode = ReadNode(parent.Key, depth + 1);
        string name = keyNode is ScalarNode scalar ? scalar.Text : "?";
        string key = parent.Below(name).Key;
        RequireShort(key.Length);
        MappingEntry entry = new(name, keyNode.Place with { Key = key }, ReadNode(key, depth + 1));
        if (keyNode is ScalarNode)
            return entry;
        _findings.WrongType(keyNode, "a word as a key");
        return null;
    }

    private bool IsFirst(MappingEntry entry, HashSet<string> keys)
    {
        if (keys.Add(entry.Key))
            return true;
        _findings.Add(
            DocumentCodes.DuplicateKey, entry.Place, $"'{entry.Place.Key}' is written twice; permitted: once.", entry.Key, "once");
        return false;
    }

    private Node ReadAlias(AnchorAlias alias, string key, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out Node? node))
            throw new YamlException(
                alias.Start, alias.End, $"alias '*{alias.Value.Value}' stands before the end of what it names, or names nothing");
        Count(node.Size);
        RequireShort(key.Length + node.LongestKey - node.Place.Key.Length);
        if (depth + node.Height - 1 > DocumentLimits.Depth)
            throw Refused(string.Create(CultureInfo.InvariantCulture, $"values nested too deep; permitted: {DocumentLimits.Depth} levels"));
        return node.Under(key);
    }

    private void RefuseForeignTag()
    {
        if (_parser.Current is not NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
            return;
        if (!tag.ToString().StartsWith(CoreTags, StringComparison.Ordinal))
            throw Refused($"a tag, '{tag}'; permitted: values without tags");
    }

    private void Count(int values)
    {
        _values += values;
        if (_values > DocumentLimits.Values)
            throw Refused(
                string.Create(CultureInfo.InvariantCulture, $"more than {DocumentLimits.Values} values once aliases are expanded"));
    }

    private void RequireShort(int keyLength)
    {
        if (keyLength > DocumentLimits.KeyLength)
            throw Refused(
                string.Create(
                    CultureInfo.InvariantCulture, $"a key that has more than {DocumentLimits.KeyLength} characters with those above it"));
    }

    private YamlException Refused(string what) =>
        new(_parser.Current?.Start ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty, what);

    private SourceLocation PlaceOf(ParsingEvent start, string key) => _origin.Place(start.Start.Line, start.Start.Column, key);
}
