namespace IomSessions.Wire;

/// <summary>By the same person from an open device, or by those whom <see cref="DevicePending"/> reached.</summary>
public sealed record ConfirmDevice(string Device) : CommandBody;

/// <inheritdoc cref="ConfirmDevice"/>
public sealed record RevokeDevice(string Device) : CommandBody;

/// <summary>Person.</summary>
public sealed record DeviceOpened(string Device, string Person, string Label) : EventBody;

/// <summary>Person, those who may confirm it, bench (PE6).</summary>
public sealed record DevicePending(string Device, string Person, string Label) : EventBody;

/// <summary>As <see cref="DevicePending"/>.</summary>
public sealed record DeviceConfirmed(string Device, string Person, string By) : EventBody;

/// <summary>As <see cref="DevicePending"/>.</summary>
public sealed record DeviceRevoked(string Device, string Person) : EventBody;
