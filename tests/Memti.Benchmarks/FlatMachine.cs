using System.Runtime.InteropServices;
using System.Text;
using Memti.Abstractions.Processors;

namespace Memti.Benchmarks;

/// <summary>
/// A machine around a core with the addresses of QEMU's "virt": 1 MiB of memory, a console, a machine timer and a finisher. One cycle is
/// one tick of the timer.
/// </summary>
internal sealed unsafe class FlatMachine : IProcessorHost, IDisposable
{
    private const ulong Base = 0x80000000;
    private const int Bytes = 1 << 20;
    private const ulong Console = 0x10000000;
    private const ulong Finisher = 0x00100000;
    private const ulong Compare = 0x02004000;
    private const ulong Time = 0x0200bff8;

    private readonly byte* _contents = (byte*)NativeMemory.AllocZeroed(Bytes);
    private readonly long* _counters = (long*)NativeMemory.AllocZeroed(3 * sizeof(long));
    private readonly StringBuilder _output = new();
    private ulong _compare = ulong.MaxValue;

    /// <param name="create">Creates the core.</param>
    /// <param name="elf">An executable of 32 bits.</param>
    public FlatMachine(Func<IProcessorHost, IProcessorCore> create, byte[] elf)
    {
        Memories =
        [
            new() { Name = "ram", Base = Base, Bytes = Bytes, Contents = (nint)_contents, Counters = (nint)_counters },
        ];
        Core = create(this);
        Core.Reset(Load(elf));
    }

    public IReadOnlyList<CoreMemory> Memories { get; }

    public IProcessorCore Core { get; }

    public ulong TimerTicks => (ulong)Core.Cycle;

    /// <summary>True after the firmware wrote the finisher.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>What the firmware wrote to the console.</summary>
    public string Output => _output.ToString();

    /// <summary>Words fetched, loads and stores.</summary>
    public (long Words, long Loads, long Stores) Accesses => (_counters[0], _counters[1], _counters[2]);

    /// <summary>Runs until the firmware writes the finisher, or until a cycle.</summary>
    public void Run(long until)
    {
        while (!IsFinished && Core.Cycle < until)
        {
            // The next event: an alarm of the timer in the future.
            bool isDue = _compare <= TimerTicks;
            Core.SetInterrupt(7, isDue);
            Core.Limit = isDue ? until : (long)Math.Min((ulong)until, _compare);
            if (Core.Run() == CoreStop.Waiting)
                Core.SkipTo(Core.Limit);
            else if (Core.Debug.Fault is { } fault)
                throw new InvalidOperationException(fault.ToString());
        }
    }

    public CoreAccess Load(ulong address, int bytes) => address switch
    {
        Console + 5 => new(0x60, 0, false),
        Time => new((uint)TimerTicks, 0, false),
        Time + 4 => new(TimerTicks >> 32, 0, false),
        Compare => new((uint)_compare, 0, false),
        Compare + 4 => new(_compare >> 32, 0, false),
        _ => CoreAccess.Error,
    };

    public CoreAccess Store(ulong address, int bytes, ulong value)
    {
        switch (address)
        {
            case Console: _output.Append((char)(byte)value); break;
            case Compare: SetAlarm((_compare & 0xffffffff00000000) | value); break;
            case Compare + 4: SetAlarm((uint)_compare | (value << 32)); break;
            case Finisher:
                IsFinished = true;
                Core.Limit = Core.Cycle;
                break;
            default: return CoreAccess.Error;
        }

        return default;
    }

    public void Dispose()
    {
        NativeMemory.Free(_contents);
        NativeMemory.Free(_counters);
    }

    // The core stops, so that the next event is looked for again.
    private void SetAlarm(ulong time)
    {
        _compare = time;
        Core.Limit = Core.Cycle;
    }

    private uint Load(byte[] elf)
    {
        int headers = BitConverter.ToInt32(elf, 28);
        int count = BitConverter.ToUInt16(elf, 44);
        for (int header = headers; header < headers + (32 * count); header += 32)
        {
            if (BitConverter.ToUInt32(elf, header) != 1)
                continue;
            Span<byte> segment = elf.AsSpan(BitConverter.ToInt32(elf, header + 4), BitConverter.ToInt32(elf, header + 16));
            Place(segment, BitConverter.ToUInt32(elf, header + 12));
        }

        return BitConverter.ToUInt32(elf, 24);
    }

    private void Place(ReadOnlySpan<byte> bytes, uint address) => bytes.CopyTo(new Span<byte>(_contents, Bytes)[(int)(address - Base)..]);
}
