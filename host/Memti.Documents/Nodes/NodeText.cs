using System.Text;

namespace Memti.Documents.Nodes;

/// <summary>
/// What a value says, as one text without places, comments and layout: values of equal text say the same. It is not YAML.
/// </summary>
public static class NodeText
{
    /// <summary>The text of a value and all below it. Keys stay in their order, which decides the order of designs and memories.</summary>
    public static string Of(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(Node node, StringBuilder text)
    {
        switch (node)
        {
            case MappingNode mapping:
                text.Append('{');
                foreach (MappingEntry entry in mapping.Entries)
                {
                    Write(entry.Key, text);
                    Write(entry.Value, text);
                }

                text.Append('}');
                break;
            case SequenceNode list:
                text.Append('[');
                foreach (Node item in list.Items)
                    Write(item, text);
                text.Append(']');
                break;
            case ScalarNode scalar:
                // A plain 5 is a number, a quoted one is text; a null that removes is not one that was there.
                text.Append(scalar.Plain ? scalar.Removes ? '-' : '=' : '"');
                Write(scalar.Text, text);
                break;
        }
    }

    // The length in front, so that no text can pass for two.
    private static void Write(string part, StringBuilder text) => text.Append(part.Length).Append(':').Append(part);
}
