namespace Memti.Plugins.Guarding;

/// <summary>What the scheduler gave a thread, and all threads of the process together, since each began.</summary>
/// <param name="Ran">Time that the thread ran.</param>
/// <param name="Waited">Time that it could have run, and waited for a processor.</param>
/// <param name="AllRan">Time that all threads ran.</param>
/// <param name="AllWaited">Time that they waited for a processor.</param>
internal readonly record struct ProcessorShare(TimeSpan Ran, TimeSpan Waited, TimeSpan AllRan, TimeSpan AllWaited);
