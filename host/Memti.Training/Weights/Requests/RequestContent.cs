using System.Security.Cryptography;
using System.Text;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Training.Weights.Requests;

/// <summary>What results depend on in a request: all values but folders and places.</summary>
internal static class RequestContent
{
    private static readonly DocumentKey[] Places =
        [RequestKeys.Folder, RequestKeys.Output, RequestKeys.Work, RequestKeys.Place, RequestKeys.Budgets];

    /// <summary>SHA-256 over keys and values in their order, in lower case. Budgets are judged at every build and change no weight.</summary>
    /// <param name="node">The request.</param>
    /// <param name="aside">Further keys that do not count.</param>
    public static string Sha256(Node node, params DocumentKey[] aside)
    {
        var text = new StringBuilder();
        Write(node, text, [.. Places.Concat(aside).Select(static key => key.Name)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(Node node, StringBuilder text, string[] aside)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (MappingEntry entry in mapping.Entries.Where(entry => !aside.Contains(entry.Key) && !entry.Value.IsNull))
                {
                    text.Append('{').Append(entry.Key).Append('\0');
                    Write(entry.Value, text, aside);
                    text.Append('}');
                }

                break;
            case SequenceNode sequence:
                foreach (Node item in sequence.Items)
                {
                    text.Append('[');
                    Write(item, text, aside);
                    text.Append(']');
                }

                break;
            case ScalarNode scalar:
                text.Append(scalar.Text).Append('\0');
                break;
        }
    }
}
