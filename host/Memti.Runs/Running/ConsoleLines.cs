using System.Text;

namespace Memti.Runs.Running;

/// <summary>Puts the bytes of a console together to lines. Control characters, which could confuse a terminal, are left out.</summary>
/// <param name="line">Takes a line without its end.</param>
internal sealed class ConsoleLines(Action<string> line)
{
    // Firmware that never ends a line is seen all the same.
    private const int Longest = 1000;

    private readonly List<byte> _bytes = [];

    public void Take(byte value)
    {
        if (value == '\n' || _bytes.Count == Longest)
            End();
        if (value is (byte)'\t' or >= (byte)' ' and not 0x7f)
            _bytes.Add(value);
    }

    /// <summary>Passes on what is left of a line.</summary>
    public void Flush()
    {
        if (_bytes.Count > 0)
            End();
    }

    private void End()
    {
        line(Encoding.UTF8.GetString([.. _bytes]));
        _bytes.Clear();
    }
}
