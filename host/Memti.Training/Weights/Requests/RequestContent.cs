using System.Security.Cryptography;
using System.Text;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Training.Weights.Requests;

/// <summary>Hashes the values of a request that results depend on: all except folders, places and budgets.</summary>
internal static class RequestContent
{
    private static readonly DocumentKey[] Places =
        [RequestKeys.Folder, RequestKeys.Output, RequestKeys.Work, RequestKeys.Place, RequestKeys.Budgets];

    /// <summary>SHA-256 over keys and values in their order, in lower-case hexadecimal digits. Budgets are excluded: every build checks
    /// them, and they change no weights.</summary>
    /// <param name="node">The request.</param>
    /// <param name="aside">Further keys to exclude.</param>
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
                    // Brackets and zero bytes keep structure in the text: no two requests give the same one.
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
