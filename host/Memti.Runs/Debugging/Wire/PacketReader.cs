using System.Text;

namespace Memti.Runs.Debugging.Wire;

/// <summary>
/// Finds packets of the remote serial protocol of the GNU debugger in a stream of bytes: <c>$body#sum</c>, where the sum is that of the
/// body's bytes modulo 256, and <c>}</c> marks a byte that is sent as its exclusive or with 0x20.
/// </summary>
internal sealed class PacketReader
{
    /// <summary>Longest body that a debugger may send.</summary>
    public const int MaxLength = 0x8000;

    private const byte Interrupt = 0x03;

    private readonly StringBuilder _body = new();
    private Place _place;
    private bool _escaped;
    private bool _tooLong;
    private byte _sum;
    private int _given;

    private enum Place
    {
        Between,
        Body,
        FirstDigit,
        SecondDigit,
    }

    /// <summary>Body of the last packet, a character for each of its bytes.</summary>
    public string Packet { get; private set; } = "";

    /// <summary>Takes the next byte.</summary>
    public PacketSignal Take(byte value) => _place switch
    {
        Place.Between => TakeBetween(value),
        Place.Body => TakeBody(value),
        Place.FirstDigit => TakeFirstDigit(value),
        _ => TakeSecondDigit(value),
    };

    private PacketSignal TakeBetween(byte value)
    {
        switch (value)
        {
            case (byte)'$':
                Begin();
                return PacketSignal.None;
            case (byte)'-':
                return PacketSignal.Repeat;
            case Interrupt:
                return PacketSignal.Interrupt;
            default:
                return PacketSignal.None;
        }
    }

    private void Begin()
    {
        _body.Clear();
        (_place, _escaped, _tooLong, _sum) = (Place.Body, false, false, 0);
    }

    private PacketSignal TakeBody(byte value)
    {
        // A start inside a packet means that the end of the packet before was lost.
        if (value == (byte)'$')
            Begin();
        else if (value == (byte)'#')
            _place = Place.FirstDigit;
        else
            Append(value);
        return PacketSignal.None;
    }

    private void Append(byte value)
    {
        _sum += value;
        if (value == (byte)'}' && !_escaped)
        {
            _escaped = true;
            return;
        }

        _tooLong |= _body.Length == MaxLength;
        if (!_tooLong)
            _body.Append((char)(_escaped ? value ^ 0x20 : value));
        _escaped = false;
    }

    private PacketSignal TakeFirstDigit(byte value)
    {
        _given = HexText.Digit((char)value) << 4;
        _place = Place.SecondDigit;
        return PacketSignal.None;
    }

    private PacketSignal TakeSecondDigit(byte value)
    {
        _place = Place.Between;
        int given = _given | HexText.Digit((char)value);
        if (given != _sum || _escaped || _tooLong)
            return PacketSignal.Damaged;
        Packet = _body.ToString();
        return PacketSignal.Packet;
    }
}
