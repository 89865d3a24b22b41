# Makes a container into a small legacy server with everything that is easily lost on the way.
set -e
mkdir -p /srv/shop/static /srv/shop/empty /opt/tool/bin /opt/private/lib /etc/shop/conf.d /var/lib/shop /var/log/shop
useradd --system --uid 901 --home-dir /srv/shop shop
chown shop:shop /var/lib/shop /var/log/shop
chmod 2750 /var/lib/shop
echo 'print("hello")' >/srv/shop/main.py
echo 'h1 { color: red }' >/srv/shop/static/style.css
chown shop:shop /srv/shop/static/style.css
printf '%s = "%s"\n' API_KEY 9f8a7b6c5d4e3f2a1b0c >/srv/shop/settings.py
printf 'odd\n' >'/srv/shop/new
line'
# shellcheck disable=SC2016 # a hostile name
printf '名' >'/srv/shop/名前 $(touch pwned) "q".txt'
cp /bin/true /opt/tool/bin/setuid
chown root:shop /opt/tool/bin/setuid
chmod 4750 /opt/tool/bin/setuid
ln /opt/tool/bin/setuid /opt/tool/bin/another-name
cp /bin/true /opt/tool/bin/capable
truncate -s 30M /srv/shop/sparse.img
printf end >>/srv/shop/sparse.img
ln -s /opt/tool/bin/setuid /srv/shop/tool
ln -s /nowhere /srv/shop/dangling
ln -s ../../opt/private /srv/shop/private
echo lib >/opt/private/lib/data
printf 'listen = 80\n' >/etc/shop/shop.conf
ln -s /etc/shop/shop.conf /etc/shop/conf.d/10-shop.conf
printf 'key\n' >/etc/shop/server.key
chmod 600 /etc/shop/server.key
chown shop:shop /etc/shop/server.key
echo noise >/var/log/shop/access.log
echo row >/var/lib/shop/db.sqlite
mkfifo /srv/shop/pipe
echo 'changed by hand' >>/etc/debconf.conf
mkdir -p /srv/shop/deep
name=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
mkdir -p /srv/shop/deep/$name/$name/$name/$name/$name
echo deep >/srv/shop/deep/$name/$name/$name/$name/$name/file
find /srv /opt /etc/shop -exec touch -h -d '2020-02-02 02:02:02.5' {} +
