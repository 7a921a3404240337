using System.Text;
using System.Text.Json;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Turns JSON text into values that know their place.</summary>
internal ref struct JsonNodes
{
    private const int MostDepth = 64;

    // Forty for each layer of the largest network.
    private const int MostValues = 40 * NetworkLimits.Layers;

    private readonly string _file;
    private readonly FindingList _findings;
    private readonly byte[] _text;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _column = 1;
    private int _scanned;
    private int _values;

    private JsonNodes(byte[] text, string file, FindingList findings)
    {
        (_text, _file, _findings) = (text, file, findings);
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MostDepth });
    }

    /// <summary>The root value; null, with a finding, when the text is not well-formed.</summary>
    public static Node? Read(string text, string file, FindingList findings)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            findings.Add(DocumentCodes.ScenarioEmpty, new SourceLocation(file, 1, 1, ""), "the file is empty.");
            return null;
        }

        JsonNodes nodes = new(Encoding.UTF8.GetBytes(text), file, findings);
        try
        {
            nodes._reader.Read();
            Node root = nodes.ReadNode("");
            nodes._reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            SourceLocation place = new(file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1, "");
            findings.Add(NetworkCodes.NetworkSyntax, place, $"not well-formed JSON: {FirstSentence(error.Message)}.");
        }
        catch (InvalidOperationException)
        {
            findings.Add(NetworkCodes.NetworkSyntax, nodes.Place(""), "not well-formed JSON: a text with half a character.");
        }

        return null;
    }

    private static string FirstSentence(string message) => message.Split(". ")[0].TrimEnd('.');

    private Node ReadNode(string key)
    {
        SourceLocation place = Place(key);
        if (++_values > MostValues)
            throw Refused($"it has more than {MostValues} values", place);
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMapping(place),
            JsonTokenType.StartArray => ReadSequence(place),
            JsonTokenType.String => new ScalarNode(place, _reader.GetString()!, plain: false),
            _ => new ScalarNode(place, Encoding.UTF8.GetString(_reader.ValueSpan), plain: true),
        };
    }

    private SequenceNode ReadSequence(SourceLocation place)
    {
        List<Node> items = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadNode(SequenceNode.ItemKey(place.Key, items.Count)));
        return new SequenceNode(place, items);
    }

    private MappingNode ReadMapping(SourceLocation place)
    {
        List<MappingEntry> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            string name = _reader.GetString()!;
            SourceLocation entry = Place(place.Below(name).Key);
            if (entry.Key.Length > DocumentLimits.KeyLength)
                throw Refused($"a key has more than {DocumentLimits.KeyLength} characters with those above it", entry);
            _reader.Read();
            Node value = ReadNode(entry.Key);
            if (keys.Add(name))
                entries.Add(new MappingEntry(name, entry, value));
            else
                _findings.Add(DocumentCodes.DuplicateKey, entry, $"'{entry.Key}' is written twice; permitted: once.", name, "once");
        }

        return new MappingNode(place, entries);
    }

    private static JsonException Refused(string what, SourceLocation place) => new(what, null, place.Line - 1, place.Column - 1);

    /// <summary>The place of the token. Tokens come in the order of the text, so each byte is looked at once.</summary>
    private SourceLocation Place(string key)
    {
        int start = (int)_reader.TokenStartIndex;
        for (; _scanned < start; _scanned++)
            (_line, _column) = _text[_scanned] == (byte)'\n' ? (_line + 1, 1) : (_line, _column + CharactersAt(_text[_scanned]));
        return new SourceLocation(_file, _line, _column, key);
    }

    // The first byte of a character stands for it; one of four bytes is two characters in UTF-16, as editors count.
    private static int CharactersAt(byte unit) => (unit & 0xc0) == 0x80 ? 0 : unit >= 0xf0 ? 2 : 1;
}
