using System.Globalization;
using System.Text;

namespace Memti.Runs.Traces;

/// <summary>
/// Value change dump (IEEE 1364-2005, section 18), with strings as GTKWave reads them. Values are written when time moves on, so that each
/// variable changes at most once in a moment.
/// </summary>
internal sealed class VcdStream(Stream output)
{
    private const int FirstId = '!';
    private const int Ids = '~' - '!' + 1;
    private const int LongestText = 64;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly List<VcdSignal> _signals = [];
    private readonly List<VcdSignal> _pending = [];
    private int _used;
    private long _time;
    private bool _dumped;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>Writes a line of the head.</summary>
    public void Head(string keyword, string text) => Write($"${keyword} {text} $end\n");

    /// <summary>Opens a scope.</summary>
    public void Open(string name) => Head("scope module", NameOf(name));

    /// <summary>Closes a scope.</summary>
    public void Close() => Write("$upscope $end\n");

    /// <summary>Declares a variable.</summary>
    /// <param name="type">Type and width in bits, such as <c>wire 1</c>.</param>
    /// <param name="name">Its name; characters that viewers take apart become underscores.</param>
    public VcdSignal Declare(string type, string name)
    {
        var signal = new VcdSignal { Type = type, Id = IdOf(_signals.Count) };
        _signals.Add(signal);
        Head("var", $"{type} {Encoding.ASCII.GetString(signal.Id)} {NameOf(name)}");
        return signal;
    }

    /// <summary>Ends the head. All variables must get their first values at this moment.</summary>
    public void Begin(long time)
    {
        Write("$enddefinitions $end\n");
        _time = time;
    }

    /// <summary>Moves on; what is set before belongs to the moment before.</summary>
    public void MoveTo(long time)
    {
        if (time <= _time)
            return;
        WriteMoment();
        _time = time;
    }

    /// <summary>Ends the file, with its last time.</summary>
    public void End(long time)
    {
        WriteMoment();
        if (time > _time)
            WriteTime(time);
        Flush();
    }

    /// <summary>Sets a wire of one bit.</summary>
    public void Set(VcdSignal signal, bool value)
    {
        signal.Next[0] = value ? (byte)'1' : (byte)'0';
        Set(signal, 1);
    }

    /// <summary>Sets a wire of several bits.</summary>
    public void Set(VcdSignal signal, ulong value)
    {
        Span<byte> text = signal.Next;
        text[0] = (byte)'b';
        value.TryFormat(text[1..], out int length, "B", Invariant);
        text[1 + length] = (byte)' ';
        Set(signal, length + 2);
    }

    /// <summary>Sets a wire of several bits to unknown.</summary>
    public void SetUnknown(VcdSignal signal)
    {
        "bx "u8.CopyTo(signal.Next);
        Set(signal, 3);
    }

    /// <summary>Sets a real number. 15 digits survive any reader, and say 0.3 where 17 say 0.30000000000000004.</summary>
    public void Set(VcdSignal signal, double value)
    {
        Span<byte> text = signal.Next;
        text[0] = (byte)'r';
        value.TryFormat(text[1..], out int length, "G15", Invariant);
        text[1 + length] = (byte)' ';
        Set(signal, length + 2);
    }

    /// <summary>Sets a text; null for none.</summary>
    public void Set(VcdSignal signal, string? value)
    {
        Span<byte> text = signal.Next;
        value = string.IsNullOrEmpty(value) ? "-" : value;
        int length = Math.Min(value.Length, LongestText);
        text[0] = (byte)'s';
        for (int place = 0; place < length; place++)
            text[1 + place] = value[place] is > ' ' and <= '~' ? (byte)value[place] : (byte)'_';
        text[1 + length] = (byte)' ';
        Set(signal, length + 2);
    }

    private static string NameOf(string name) =>
        string.Concat(name.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '_'));

    private static byte[] IdOf(int number)
    {
        var id = new List<byte>();
        for (int rest = number; ; rest = rest / Ids - 1)
        {
            id.Add((byte)(FirstId + rest % Ids));
            if (rest < Ids)
                return [.. id];
        }
    }

    private void Set(VcdSignal signal, int length)
    {
        signal.NextLength = length;
        if (signal.IsPending)
            return;
        signal.IsPending = true;
        _pending.Add(signal);
    }

    private void WriteMoment()
    {
        _pending.RemoveAll(Settled);
        if (_pending.Count == 0)
            return;
        WriteTime(_time);
        if (!_dumped)
            Write("$dumpvars\n");
        WritePending();
        if (!_dumped)
            Write("$end\n");
        _dumped = true;
    }

    private static bool Settled(VcdSignal signal)
    {
        signal.IsPending = signal.HasChanged;
        return !signal.IsPending;
    }

    private void WritePending()
    {
        foreach (VcdSignal signal in _pending)
        {
            WriteValue(signal);
            signal.Keep();
            signal.IsPending = false;
        }

        _pending.Clear();
    }

    private void WriteTime(long time)
    {
        Span<byte> room = Room(24);
        room[0] = (byte)'#';
        time.TryFormat(room[1..], out int length, default, Invariant);
        room[1 + length] = (byte)'\n';
        _used += length + 2;
    }

    private void WriteValue(VcdSignal signal)
    {
        Span<byte> room = Room(signal.NextLength + signal.Id.Length + 1);
        signal.Next.AsSpan(0, signal.NextLength).CopyTo(room);
        signal.Id.CopyTo(room[signal.NextLength..]);
        room[signal.NextLength + signal.Id.Length] = (byte)'\n';
        _used += signal.NextLength + signal.Id.Length + 1;
    }

    private void Write(string text)
    {
        Span<byte> room = Room(text.Length);
        _used += Encoding.ASCII.GetBytes(text, room);
    }

    private Span<byte> Room(int bytes)
    {
        if (_used + bytes > _buffer.Length)
            Flush();
        return _buffer.AsSpan(_used);
    }

    private void Flush()
    {
        output.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
