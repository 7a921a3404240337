using System.Collections.Concurrent;
using System.Text;

namespace Memti.Plugins.Output;

/// <summary>Writes results of the host to one writer, and lines of plugins to another, each behind the plugin's id.</summary>
/// <param name="results">Takes what the host writes, unchanged.</param>
/// <param name="errors">Takes what plugins write, whole lines at a time.</param>
internal sealed class RoutedWriter(TextWriter results, TextWriter errors) : TextWriter
{
    private readonly ConcurrentDictionary<string, StringBuilder> _lines = new(StringComparer.Ordinal);

    public override Encoding Encoding => results.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (PluginOutput.Current is { } plugin)
            Add(plugin, buffer);
        else
            results.Write(buffer);
    }

    /// <summary>Writes out what waits, a plugin's line that has no end yet included.</summary>
    public override void Flush()
    {
        results.Flush();
        foreach ((string plugin, StringBuilder line) in _lines)
            lock (line)
                if (line.Length > 0)
                    WriteLine(plugin, line);
    }

    private void Add(string plugin, ReadOnlySpan<char> text)
    {
        StringBuilder line = _lines.GetOrAdd(plugin, static _ => new StringBuilder());
        lock (line)
            foreach (char value in text)
            {
                if (value == '\n')
                    WriteLine(plugin, line);
                else if (value != '\r')
                    line.Append(value);
            }
    }

    private void WriteLine(string plugin, StringBuilder line)
    {
        errors.WriteLine($"[{plugin}] {line}");
        line.Clear();
    }
}
