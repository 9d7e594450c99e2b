/** WebRTC: it asks no policy, and no proxy for UDP. */
const gathered = async (peer) => {
  peer.createDataChannel('a');
  const complete = new Promise((resolve) => {
    peer.addEventListener(
      'icegatheringstatechange',
      () => peer.iceGatheringState === 'complete' && resolve('complete'),
    );
  });
  await peer.setLocalDescription();
  return complete;
};
const login = { username: 'user', credential: 'password' };
const peerWith = (win, iceServers, more = {}) => new win.RTCPeerConnection({ iceServers, ...more });

/** Two peers in one page that know of each other; what each gathers the other hears, and whatever `candidates` says. */
const connected = async (win, candidates = []) => {
  const [one, other] = [new win.RTCPeerConnection(), new win.RTCPeerConnection()];
  one.addEventListener('icecandidate', ({ candidate }) => candidate && other.addIceCandidate(candidate));
  other.addEventListener('icecandidate', ({ candidate }) => candidate && one.addIceCandidate(candidate));
  const channel = one.createDataChannel('a');
  await one.setLocalDescription();
  await other.setRemoteDescription(one.localDescription);
  await other.setLocalDescription();
  await one.setRemoteDescription(other.localDescription);
  for (const candidate of candidates) await one.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
  return settled(channel, ['open', 'error']);
};
const plain = ({ host }) => host.replace(/^\[|\]$/g, '');
const candidateOf = (to, host, transport) =>
  `candidate:1 1 ${transport} 2122260223 ${host} ${to.port} typ host${transport === 'tcp' ? ' tcptype passive' : ''}`;

Object.assign(ways, {
  'WebRTC stun': (to, win) => gathered(peerWith(win, [{ urls: `stun:${to.host}:${to.port}` }])),
  'WebRTC stun, gathered beforehand': (to, win) => {
    peerWith(win, [{ urls: `stun:${to.host}:${to.port}` }], { iceCandidatePoolSize: 1 });
  },
  'WebRTC turn over UDP': (to, win) => gathered(peerWith(win, [{ urls: `turn:${to.host}:${to.port}`, ...login }])),
  'WebRTC turn over TCP': (to, win) =>
    gathered(peerWith(win, [{ urls: `turn:${to.host}:${to.port}?transport=tcp`, ...login }])),
  'WebRTC turns': (to, win) => gathered(peerWith(win, [{ urls: `turns:${to.host}:${to.port}`, ...login }])),
  'WebRTC between two peers here': (_to, win) => connected(win),
  'WebRTC to a peer over UDP': (to, win) => connected(win, [candidateOf(to, plain(to), 'udp')]),
  'WebRTC to a peer over TCP': (to, win) => connected(win, [candidateOf(to, plain(to), 'tcp')]),
  'WebRTC to a peer by multicast name': (to, win) =>
    connected(win, [candidateOf(to, `${crypto.randomUUID()}.local`, 'udp')]),
});
