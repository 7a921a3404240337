using System.Runtime.InteropServices;
using System.Text;
using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Cores;
using Memti.Plugins.RiscV.Options;

namespace Memti.Plugins.RiscV.Tests.Machines;

/// <summary>RAM, console, timer and finisher where the machine <c>virt</c> of QEMU has them, and further memories.</summary>
internal sealed unsafe class TestMachine : IProcessorHost
{
    public const uint RamBase = 0x80000000;
    public const uint Finisher = 0x00100000;
    public const uint Timer = 0x02000000;
    public const uint Console = 0x10000000;

    private const uint Msip = Timer;
    private const uint MtimeCompare = Timer + 0x4000;
    private const uint Mtime = Timer + 0xbff8;

    private readonly StringBuilder _output = new();
    private ulong _compare = ulong.MaxValue;

    public TestMachine(RiscVOptions? options = null, int ramBytes = 1 << 20, params CoreMemory[] more)
    {
        Ram = Memory("ram", RamBase, ramBytes);
        Memories = [.. more.Append(Ram).OrderBy(static memory => memory.Base)];
        Core = new RiscVCore(options ?? new RiscVOptions(), this) { Limit = long.MaxValue };
        Core.Reset(RamBase);
    }

    ~TestMachine()
    {
        foreach (CoreMemory memory in Memories)
        {
            NativeMemory.Free((void*)memory.Contents);
            NativeMemory.Free((void*)memory.Counters);
        }
    }

    public CoreMemory Ram { get; }

    public RiscVCore Core { get; }

    public IReadOnlyList<CoreMemory> Memories { get; }

    public string Output => _output.ToString();

    /// <summary>What the finisher was told; null before.</summary>
    public uint? Finished { get; private set; }

    /// <summary>One tick per cycle.</summary>
    public ulong TimerTicks => (ulong)Core.Cycle;

    /// <summary>Cycles that a device lets the core wait.</summary>
    public int DeviceWaits { get; set; }

    /// <summary>Accesses that reached the host: "load 10000005 1".</summary>
    public List<string> Accesses { get; } = [];

    public bool Records { get; set; }

    public Action? OnAccess { get; set; }

    public static CoreMemory Memory(string name, uint address, int bytes, int readWaits = 0, int writeWaits = 0, bool throughHost = false) =>
        new()
        {
            Name = name,
            Base = address,
            Bytes = bytes,
            Contents = (nint)NativeMemory.AllocZeroed((nuint)bytes),
            Counters = (nint)NativeMemory.AllocZeroed(3, sizeof(long)),
            ReadWaits = readWaits,
            WriteWaits = writeWaits,
            StoresThroughHost = throughHost,
        };

    public static (long Words, long Loads, long Stores) CountersOf(CoreMemory memory)
    {
        var counters = (long*)memory.Counters;
        return (counters[0], counters[1], counters[2]);
    }

    public static Span<byte> BytesOf(CoreMemory memory) => new((void*)memory.Contents, (int)memory.Bytes);

    /// <summary>Puts words into the RAM, or the memory of the address.</summary>
    public TestMachine Put(uint address, params ReadOnlySpan<uint> words) => Put(address, MemoryMarshal.AsBytes(words));

    public TestMachine Put(uint address, ReadOnlySpan<byte> bytes)
    {
        CoreMemory memory = Memories.Last(memory => memory.Base <= address);
        bytes.CopyTo(BytesOf(memory)[(int)(address - memory.Base)..]);
        Core.MemoryChanged(address, bytes.Length);
        return this;
    }

    public uint Word(uint address)
    {
        CoreMemory memory = Memories.Last(memory => memory.Base <= address);
        return MemoryMarshal.Read<uint>(BytesOf(memory)[(int)(address - memory.Base)..]);
    }

    public uint Register(int number)
    {
        Core.Debug.TryRead(number, out ulong value).ShouldBeTrue();
        return (uint)value;
    }

    public void SetRegister(int number, uint value) => Core.Debug.TryWrite(number, value).ShouldBeTrue();

    public uint Control(int number) => Register(65 + number);

    /// <summary>Runs until the finisher is written, the core faults, or it waits for nothing.</summary>
    public CoreStop RunToEnd(long limit = long.MaxValue)
    {
        while (Finished is null)
        {
            Core.Limit = Math.Min(limit, NextTimer());
            CoreStop stop = Core.Run();
            if (stop == CoreStop.Waiting && _compare != ulong.MaxValue && Core.Cycle < (long)_compare)
                Core.SkipTo((long)_compare);
            else if (stop != CoreStop.Limit || Core.Cycle >= limit)
                return stop;
            DriveTimer();
        }

        return CoreStop.Limit;
    }

    public CoreAccess Load(ulong address, int bytes)
    {
        Record("load", address, bytes);
        if (Through(address) is { } memory)
            return new CoreAccess(ValueAt(memory, address, bytes), DeviceWaits, !memory.IsOn);
        return address switch
        {
            Console + 5 when bytes == 1 => new CoreAccess(0x60, DeviceWaits, false),
            Msip => new CoreAccess(Core.Debug.TryRead(65 + 0x344, out ulong pending) ? (pending >> 3) & 1 : 0, 0, false),
            Mtime => new CoreAccess((uint)TimerTicks, DeviceWaits, false),
            Mtime + 4 => new CoreAccess((uint)(TimerTicks >> 32), DeviceWaits, false),
            _ => CoreAccess.Error,
        };
    }

    public CoreAccess Store(ulong address, int bytes, ulong value)
    {
        Record("store", address, bytes);
        if (Through(address) is { } memory)
        {
            BitConverter.GetBytes(value).AsSpan(0, bytes).CopyTo(BytesOf(memory)[(int)(address - memory.Base)..]);
            return new CoreAccess(0, DeviceWaits, !memory.IsOn);
        }

        switch (address)
        {
            case Console: _output.Append((char)(byte)value); break;
            case Finisher: Finish((uint)value); break;
            case Msip: Core.SetInterrupt(3, (value & 1) != 0); break;
            case MtimeCompare: SetCompare((_compare & 0xffffffff00000000) | (uint)value); break;
            case MtimeCompare + 4: SetCompare((uint)_compare | (value << 32)); break;
            default: return CoreAccess.Error;
        }

        return new CoreAccess(0, DeviceWaits, false);
    }

    private static ulong ValueAt(CoreMemory memory, ulong address, int bytes)
    {
        Span<byte> value = stackalloc byte[8];
        BytesOf(memory).Slice((int)(address - memory.Base), bytes).CopyTo(value);
        return BitConverter.ToUInt64(value);
    }

    private CoreMemory? Through(ulong address) =>
        Memories.FirstOrDefault(memory => address >= memory.Base && address < memory.Base + (ulong)memory.Bytes);

    private void Record(string what, ulong address, int bytes)
    {
        if (Records)
            Accesses.Add($"{what} {address:x8} {bytes}");
        OnAccess?.Invoke();
    }

    private void Finish(uint value)
    {
        Finished = value;
        Core.Limit = Core.Cycle;
    }

    private long NextTimer() => _compare > (ulong)Core.Cycle ? (long)Math.Min(_compare, long.MaxValue) : long.MaxValue;

    private void SetCompare(ulong value)
    {
        _compare = value;
        DriveTimer();
        Core.Limit = Math.Min(Core.Limit, NextTimer());
    }

    private void DriveTimer() => Core.SetInterrupt(7, _compare != ulong.MaxValue && TimerTicks >= _compare);
}
