namespace Memti.Simulation.Kernel;

/// <summary>Writes the state of a run as numbers. Two moments with equal numbers have equal futures.</summary>
internal ref struct StateWriter(Span<long> numbers)
{
    private readonly Span<long> _numbers = numbers;

    public int Count { get; private set; }

    public void Write(long number) => _numbers[Count++] = number;

    public void Write(ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
            Write(number);
    }
}
