using Memti.Abstractions.Firmware;
using Memti.Simulation.Devices.Memories;

namespace Memti.Simulation.Masters.Managed;

/// <content>Bytes of non-volatile memories.</content>
internal sealed partial class SystemOnChip : IMemoryBytes
{
    private readonly StoredBytes? _bytes;

    /// <inheritdoc />
    public IMemoryBytes? Bytes
    {
        get
        {
            Guard.Check();
            return _bytes is null ? null : this;
        }
    }

    /// <inheritdoc />
    public long LengthOf(int memory)
    {
        Guard.Check();
        RequireMemory(memory, "the bytes of");
        return _bytes!.LengthOf(memory);
    }

    /// <inheritdoc />
    public ValueTask<bool> Read(int memory, long offset, Memory<byte> bytes)
    {
        EnterBytes(memory, offset, bytes.Length, "a read of");
        if (bytes.IsEmpty)
            return new(true);
        _bytes!.Prepare(memory, offset, bytes);
        (_operation, _task, _step) = (Operation.Access, -1, 0);
        return Proceed() ? new(_bytes.Answer) : _completion.BeginEvent();
    }

    /// <inheritdoc />
    public ValueTask Write(int memory, long offset, ReadOnlyMemory<byte> bytes)
    {
        EnterBytes(memory, offset, bytes.Length, "a write of");
        if (bytes.IsEmpty)
            return default;
        _bytes!.Prepare(memory, offset, bytes.ToArray());
        return Start(Operation.Access, -1);
    }

    private Progress NextOfAccess()
    {
        if (_step > 0)
            return Progress.Done;
        if (Rouse(_bytes!.Users(), out Progress rises))
            return rises;
        _step++;
        return Work(_bytes.Begin(_goOn));
    }

    private void EnterBytes(int memory, long offset, int count, string what)
    {
        Enter();
        RequireMemory(memory, what);
        if (!_hardware.Power.IsOn)
            throw Completion.Illegal($"{what} memory '{_memories[memory]}' while the system is down; wake it first");
        long length = _bytes!.LengthOf(memory);
        if (length == 0)
            throw Completion.Illegal(
                $"{what} bytes of memory '{_memories[memory]}'; permitted: a non-volatile memory with 'at' in the scenario");
        if (offset < 0 || count > length - offset)
            throw Completion.Illegal(FormattableString.Invariant(
                $"{what} {count} bytes at {offset} of memory '{_memories[memory]}'; permitted: 0 to {length} bytes"));
    }

    private void RequireMemory(int memory, string what)
    {
        if ((uint)memory >= (uint)_memories.Length)
            throw Completion.Illegal($"{what} memory {memory}; permitted: 0 to {_memories.Length - 1}");
    }
}
